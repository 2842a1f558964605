use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

/// A range of addresses as a CIDR block has it: `10.0.0.0/16`. An address alone is a block of one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Block {
    is_v6: bool,
    address: u128,
    /// How many of the first bits are those of the network.
    prefix: u32,
}

/// Why a text is no block.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum BlockError {
    /// It is no address.
    Address,
    /// What stands behind the slash is no number of bits that fits; so many there are at the most.
    Prefix(u32),
}

impl Block {
    pub(super) fn parse(text: &str) -> Result<Self, BlockError> {
        let (address, prefix) = match text.split_once('/') {
            Some((address, prefix)) => (address, Some(prefix)),
            None => (text, None),
        };
        let address: IpAddr = address.parse().map_err(|_| BlockError::Address)?;
        let (is_v6, bits, number) = match address {
            IpAddr::V4(address) => (false, 32, u128::from(u32::from(address))),
            IpAddr::V6(address) => (true, 128, u128::from(address)),
        };
        let prefix = match prefix {
            None => bits,
            Some(prefix) => {
                let is_number = !prefix.is_empty() && prefix.bytes().all(|byte| byte.is_ascii_digit());
                let number = prefix.parse().ok().filter(|prefix| is_number && *prefix <= bits);
                number.ok_or(BlockError::Prefix(bits))?
            }
        };
        Ok(Self { is_v6, address: number, prefix })
    }

    /// The block with nothing behind the bits of the network.
    pub(super) fn network(self) -> Self {
        Self { address: self.address & !self.host_mask(), ..self }
    }

    /// The first address, and the last.
    pub(super) fn bounds(self) -> (u128, u128) {
        let first = self.network().address;
        (first, first | self.host_mask())
    }

    pub(super) fn is_v6(self) -> bool {
        self.is_v6
    }

    /// Whether all of another block is in this one.
    pub(super) fn contains(self, other: Self) -> bool {
        let ((first, last), (other_first, other_last)) = (self.bounds(), other.bounds());
        self.is_v6 == other.is_v6 && first <= other_first && other_last <= last
    }

    fn host_mask(self) -> u128 {
        let bits = if self.is_v6 { 128 } else { 32 };
        match bits - self.prefix {
            128 => u128::MAX,
            host => (1 << host) - 1,
        }
    }
}

impl std::fmt::Display for Block {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        if self.is_v6 {
            write!(formatter, "{}/{}", Ipv6Addr::from(self.address), self.prefix)
        } else {
            // An address of version 4 fits into its lowest 32 bits.
            let address = u32::try_from(self.address).unwrap_or_default();
            write!(formatter, "{}/{}", Ipv4Addr::from(address), self.prefix)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blocks_are_read_and_compared() {
        let block = |text| Block::parse(text).unwrap();
        assert_eq!(block("10.0.0.1/24").network().to_string(), "10.0.0.0/24");
        assert_eq!(block("fd00::1/64").network().to_string(), "fd00::/64");
        assert_eq!(block("0.0.0.0/0").bounds(), (0, u128::from(u32::MAX)));
        assert_eq!(block("::/0").bounds(), (0, u128::MAX));
        assert!(block("10.0.0.0/16").contains(block("10.0.255.0/24")));
        assert!(!block("10.0.0.0/16").contains(block("10.1.0.0/24")));
        assert!(!block("::/0").contains(block("10.0.0.0/8")));
        for (text, error) in [
            ("10.0.0/24", BlockError::Address),
            ("10.0.0.256", BlockError::Address),
            ("", BlockError::Address),
            ("10.0.0.0/33", BlockError::Prefix(32)),
            ("10.0.0.0/", BlockError::Prefix(32)),
            ("10.0.0.0/+8", BlockError::Prefix(32)),
            ("fd00::/129", BlockError::Prefix(128)),
        ] {
            assert_eq!(Block::parse(text), Err(error), "{text}");
        }
    }
}
