-- lazuli in Neovim 0.7 and newer, without plugins. As `plugin/lazuli.lua` in the folder of your config
-- (`~/.config/nvim/plugin/lazuli.lua`) it is loaded by itself.

local config = {
  name = 'lazuli',
  -- Without the program on the PATH, but with Node: { 'npx', 'lazuli', 'lsp' }
  cmd = { 'lazuli', 'lsp' },
  init_options = { inlayHints = { apiVersion = false }, folding = true },
}
local filetypes = { 'javascript', 'typescript', 'json', 'jsonc', 'toml' }
local root_markers = { 'iac.js', 'package.json', 'lazuli.toml' }

-- The nearest folder with one of the markers, else the folder of the file; none for what is not a file on the disk, and
-- for TOML that is not lazuli's config.
local function root_of(buffer)
  local path = vim.api.nvim_buf_get_name(buffer)
  local is_file = vim.bo[buffer].buftype == '' and path ~= '' and not path:find('^%a[%w+.-]+://')
  local is_other_toml = vim.bo[buffer].filetype == 'toml' and not path:find('[/\\]lazuli%.toml$')
  if not is_file or is_other_toml then
    return nil
  end
  local own = vim.fn.fnamemodify(path, ':p:h')
  local folder, above = own, nil
  while folder ~= above do
    for _, marker in ipairs(root_markers) do
      if vim.fn.filereadable(folder .. '/' .. marker) == 1 then
        return folder
      end
    end
    folder, above = vim.fn.fnamemodify(folder, ':h'), folder
  end
  return own
end

-- Neovim 0.11 and newer find out by themselves when to start a server, and have keys for what it can do.
if vim.lsp.enable then
  config.on_attach = function(client, buffer)
    -- Ctrl-X Ctrl-O inserts whole resources, and Tab goes from gap to gap.
    vim.lsp.completion.enable(true, client.id, buffer)
  end
  config.filetypes = filetypes
  config.root_dir = function(buffer, start_in)
    local root = root_of(buffer)
    if root then
      start_in(root)
    end
  end
  vim.lsp.config('lazuli', config)
  vim.lsp.enable('lazuli')
  return
end

-- Before 0.11, `omnifunc` puts a completion of several lines into one, and what changes in it is told wrongly: the whole
-- text is told instead.
config.flags = { allow_incremental_sync = false }
local function part_lines()
  local row, column = unpack(vim.api.nvim_win_get_cursor(0))
  local line = vim.fn.getline('.')
  local behind = #line - column
  local lines = vim.split(line:gsub('\n', '\n' .. line:match('^%s*')), '\n')
  if #lines > 1 then
    vim.api.nvim_buf_set_lines(0, row - 1, row, true, lines)
    vim.api.nvim_win_set_cursor(0, { row + #lines - 1, #lines[#lines] - behind })
  end
end

-- The keys of Neovim 0.11, for those before it.
config.on_attach = function(_, buffer)
  vim.bo[buffer].omnifunc = 'v:lua.vim.lsp.omnifunc' -- Ctrl-X Ctrl-O
  vim.bo[buffer].tagfunc = 'v:lua.vim.lsp.tagfunc' -- Ctrl-]
  local function map(keys, action)
    vim.keymap.set('n', keys, action, { buffer = buffer })
  end
  map('K', vim.lsp.buf.hover)
  map('gra', vim.lsp.buf.code_action)
  map('grn', vim.lsp.buf.rename)
  map('grr', vim.lsp.buf.references)
  map('gO', vim.lsp.buf.document_symbol)
  map('[d', vim.diagnostic.goto_prev)
  map(']d', vim.diagnostic.goto_next)
  map('<C-W>d', vim.diagnostic.open_float)
  vim.api.nvim_create_autocmd('CompleteDone', { buffer = buffer, callback = part_lines })
end

-- Has the server of a project look at a buffer; each project has one. From 0.8 on, Neovim sees to that by itself.
local clients = {}
local function start(own_config, buffer)
  if vim.lsp.start then
    return vim.lsp.start(own_config, { bufnr = buffer })
  end
  local root = own_config.root_dir
  if not (clients[root] and vim.lsp.get_client_by_id(clients[root])) then
    clients[root] = vim.lsp.start_client(own_config)
  end
  if clients[root] then
    vim.lsp.buf_attach_client(buffer, clients[root])
  end
end

vim.api.nvim_create_autocmd('FileType', {
  group = vim.api.nvim_create_augroup('lazuli', {}),
  pattern = filetypes,
  callback = function(event)
    local root = root_of(event.buf)
    if root then
      start(vim.tbl_extend('force', config, { root_dir = root }), event.buf)
    end
  end,
})
