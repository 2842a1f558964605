use lazuli::ide::{Place, Target};

use super::{NETWORK, ask, at_the_cursor, subnet};

fn target(marked: &str) -> Option<Target> {
    ask("resources.js", marked, |view, offset| view.target(0, offset))
}

#[test]
fn a_name_leads_to_the_resource_in_whatever_file() {
    let whole = subnet("addressPrefix: \"10.0.1.0/24\"");
    let asked = "natGateway: { id: getId({ type: \"VirtualNetwork\", group: \"Network\", name: \"rg|::net\" }) }";
    let leading = [
        (whole.replace("\"rg::net\"", "\"rg::n|et\""), "\"rg::net\""),
        (whole.replace("virtualNetwork:", "virtual|Network:"), "virtualNetwork"),
        (subnet(asked), "\"rg::net\""),
        (subnet(&asked.replace('|', "").replace("name:", "na|me:")), "name"),
    ];
    for (marked, origin) in leading {
        let target = target(&marked).unwrap_or_else(|| panic!("nowhere from {marked}"));
        assert_eq!(target.origin.slice_of(&at_the_cursor(&marked).0), origin, "{marked}");
        assert_eq!((target.file, target.span.slice_of(NETWORK), target.line), (1, "\"net\"", 11), "{marked}");
        assert_eq!((&*target.name, &*target.resource_type), ("rg::net", "Network::VirtualNetwork"));
    }
    for marked in [whole.replace("\"rg::net\"", "\"rg::n|ot\""), whole.replace("inner", "in|ner"), format!("|{whole}")]
    {
        assert_eq!(target(&marked), None, "{marked}");
    }
}

#[test]
fn from_its_declaration_a_name_leads_to_itself_where_that_is_asked_for() {
    let declaration = |marked: &str| ask("resources.js", marked, |view, offset| view.declaration(0, offset));
    let own = declaration(&subnet("").replace("inner", "in|ner")).unwrap();
    assert_eq!((own.file, &*own.name, own.origin), (0, "rg::net::inner", own.span));
    let other = declaration(&subnet("").replace("\"rg::net\"", "\"rg::n|et\"")).unwrap();
    assert_eq!((other.file, &*other.name), (1, "rg::net"));
    assert_eq!(declaration(&subnet("address|Prefix: \"\"")), None);
}

#[test]
fn a_place_is_a_resource_and_a_pointer() {
    let place = |marked: &str| ask("resources.js", marked, |view, offset| view.place(0, offset));
    let Place { resource, pointer } = place(&subnet("serviceEndpoints: [{ service: \"Micro|soft.Sql\" }]")).unwrap();
    assert_eq!(resource.resource_type.as_deref(), Some("Subnet"));
    assert_eq!(resource.name.as_deref(), Some("inner"));
    assert_eq!(pointer.as_deref(), Some("/properties/serviceEndpoints/0/service"));
    let pointer_at = |marked: &str| place(marked).and_then(|place| place.pointer);
    assert_eq!(pointer_at(&subnet("address|Prefix: \"\"")).as_deref(), Some("/properties/addressPrefix"));
    assert_eq!(pointer_at(&subnet("").replace("inner", "in|ner")), None);
    assert_eq!(place("|"), None);
}

#[test]
fn symbols_are_the_resources_of_the_file() {
    let symbols = ask("resources.js", &format!("|{}", subnet("")), |view, _| view.symbols(1));
    let found: Vec<_> = symbols.iter().map(|symbol| (&*symbol.name, symbol.selection.slice_of(NETWORK))).collect();
    assert_eq!(found, [("rg", "\"rg\""), ("net", "\"net\"")]);
    assert_eq!(symbols[1].resource_type.as_deref(), Some("VirtualNetwork"));
    assert!(symbols[1].span.contains(symbols[1].selection));
}
