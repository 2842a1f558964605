-- Uses the recipe as a person at the keys would, in a project of its own, and ends with exit code 0 or 1:
--
--   LAZULI_NATIVE=/path/to/lazuli nvim --headless --clean -c 'luafile editors/neovim/test.lua' -c cquit
--
-- The second command is for a test that cannot even be read.

-- How long anything may take, in milliseconds.
local PATIENCE = 10000

local here = vim.fn.fnamemodify(debug.getinfo(1, 'S').source:sub(2), ':p:h')
local recipe = here .. '/lazuli.lua'
local manual = here .. '/../../docs/editors.md'

local NETWORK = [[
exports.createResources = () => [
  { type: "ResourceGroup", group: "Resources", properties: ({ config }) => ({ name: "rg", location: config.location }) },
  {
    type: "VirtualNetwork",
    group: "Network",
    properties: () => ({ name: "net", properties: { addressSpace: { addressPrefixes: ["10.0.0.0/16"] } } }),
    dependencies: () => ({ resourceGroup: "rg" }),
  },
];
]]

-- The letter before the mistake is one of two units in UTF-16, and of four bytes.
local RESOURCES = [[
exports.createResources = () => [
  {
    type: "Subnet",
    group: "Network",
    properties: () => ({ name: "inner", properties: { addressPrefix: "10.0.1.0/24" } }),
    dependencies: () => ({ resourceGroup: "rg", virtualNetwork: "rg::net" }),
  },
  {
    type: "PrivateEndpointConnection",
    group: "DocumentDB",
    name: "reports",
    properties: () => ({
      properties: { privateLinkServiceConnectionState: { /* 😀 */ status: "approved" } },
    }),
    dependencies: () => ({ resourceGroup: "rg", account: "rg::orders" }),
  },
];
]]

local MISTAKE = '`status` must be `Approved`, `Rejected`, `Pending` or `Disconnected`, found `"approved"`\n'
  .. 'Did you mean `Approved`?'

-- A text with one of its parts replaced, which must be there.
local function replaced(text, part, by)
  local first, last = text:find(part, 1, true)
  assert(first, part .. ' is not there')
  return text:sub(1, first - 1) .. by .. text:sub(last + 1)
end

local FIXED = replaced(RESOURCES, 'approved', 'Approved')

local function check(is_so, what, ...)
  if not is_so then
    error(string.format(what, ...), 2)
  end
end

local function same(found, expected, what)
  local shown, wanted = vim.inspect(found), vim.inspect(expected)
  check(shown == wanted, '%s\n  expected: %s\n  found:    %s', what, wanted, shown)
end

local function wait_until(is_so, what)
  check(vim.wait(PATIENCE, is_so, 10), 'waited in vain until %s', what)
end

local function read(path)
  return table.concat(vim.fn.readfile(path), '\n') .. '\n'
end

local function write(path, text)
  vim.fn.mkdir(vim.fn.fnamemodify(path, ':h'), 'p')
  vim.fn.writefile(vim.split(text, '\n'), path, 'b')
end

-- Opens a file, and returns its buffer.
local function open(path)
  vim.cmd('edit ' .. vim.fn.fnameescape(path))
  return vim.api.nvim_get_current_buf()
end

local function text_of(buffer)
  return table.concat(vim.api.nvim_buf_get_lines(buffer, 0, -1, true), '\n') .. '\n'
end

local function go_to(words)
  vim.fn.cursor(1, 1)
  assert(vim.fn.search('\\V' .. words, 'c') > 0, words .. ' is not there')
end

local function press(keys, mode)
  vim.api.nvim_feedkeys(vim.api.nvim_replace_termcodes(keys, true, true, true), mode or 'mx', false)
end

-- The resources of the buffer, as the server knows it.
local function outline()
  local params = { textDocument = vim.lsp.util.make_text_document_params() }
  local _, answer = next(vim.lsp.buf_request_sync(0, 'textDocument/documentSymbol', params, PATIENCE) or {})
  return answer and answer.result or {}
end

-- What is found in a buffer: lines and columns from 1, columns in bytes.
local function found_in(buffer)
  local function shown(found)
    local severity = vim.diagnostic.severity[found.severity]
    return string.format('%d:%d %s %s', found.lnum + 1, found.col + 1, severity, found.message)
  end
  return vim.tbl_map(shown, vim.diagnostic.get(buffer))
end

local function finds(buffer, expected)
  return function()
    return vim.deep_equal(found_in(buffer), expected)
  end
end

local function floating_window()
  for _, window in ipairs(vim.api.nvim_list_wins()) do
    if vim.api.nvim_win_get_config(window).relative ~= '' then
      return window
    end
  end
end

-- Takes the one of the code actions at the cursor that is called so, and returns what all are called.
local function choose_action(title)
  local titles
  vim.ui.select = function(items, options, choose)
    titles = vim.tbl_map(options.format_item, items)
    for index, item in ipairs(items) do
      if titles[index] == title then
        choose(item, index)
      end
    end
  end
  press('gra')
  wait_until(function() return titles end, 'there are code actions')
  return titles
end

-- Completes by Ctrl-X Ctrl-O behind what is typed, takes the first entry, and returns the words of all.
local function complete_behind(typed)
  local words = {}
  local deadline = vim.loop.now() + PATIENCE
  local timer
  timer = vim.fn.timer_start(10, function()
    local entries = vim.fn.complete_info({ 'items' }).items
    if #entries > 0 then
      words = vim.tbl_map(function(entry) return entry.word end, entries)
      press('<C-Y><Esc>', 'n')
    elseif vim.loop.now() > deadline then
      press('<Esc>', 'n')
    else
      return
    end
    vim.fn.timer_stop(timer)
  end, { ['repeat'] = -1 })
  -- Stays in insert mode until the timer leaves it.
  press(typed .. '<C-X><C-O>', 'tx!')
  return words
end

local function clients()
  return (vim.lsp.get_clients or vim.lsp.get_active_clients)()
end

local function is_attached(buffer)
  local client = clients()[1]
  return client and client.attached_buffers[buffer]
end

local folder = vim.fn.tempname()
local project = folder .. '/a project'
local config = project .. '/lazuli.toml'
-- The process of each server that was started.
local processes = folder .. '/processes'
local resources, network

local steps = {
  { 'the recipe starts the server, which finds the mistake', function()
    vim.cmd('luafile ' .. vim.fn.fnameescape(recipe))
    resources = open(project .. '/stages/resources.js')
    wait_until(function() return #found_in(resources) > 0 end, 'something is found')
    same(found_in(resources), { '13:77 ERROR ' .. MISTAKE }, 'what is found')
  end },

  { 'hover shows the type', function()
    go_to('privateLinkServiceConnectionState')
    press('K')
    wait_until(floating_window, 'a window opens')
    local shown = text_of(vim.api.nvim_win_get_buf(floating_window()))
    check(shown:find('DocumentDB::PrivateEndpointConnection', 1, true), 'it shows something else:\n%s', shown)
    vim.api.nvim_win_close(floating_window(), true)
  end },

  { 'a value is completed', function()
    go_to('approved')
    same(complete_behind('ci"'), { 'Approved', 'Rejected', 'Pending', 'Disconnected' }, 'what can stand there')
    same(text_of(resources), FIXED, 'the text with the first of them')
    vim.cmd('silent undo')
  end },

  { 'a whole resource is completed, in lines of its own, and the server knows them', function()
    local above, known = vim.fn.line('$') - 1, #outline()
    vim.fn.cursor(above, 1)
    check(#complete_behind('o') > 100, 'few can be completed')
    local first, second = unpack(vim.fn.getline(above + 1, above + 2))
    local indent = first:match('^(%s*){$')
    check(indent and second:match('^' .. indent .. '  type: "%w+",$'), 'this is written:\n%s', text_of(resources))
    wait_until(function() return #outline() == known + 1 end, 'the server has one resource more')
    vim.cmd('silent undo')
    same(text_of(resources), RESOURCES, 'the text when all is undone')
  end },

  { 'the quick fix mends the mistake', function()
    go_to('approved')
    local titles = choose_action('Write `Approved`')
    for _, title in ipairs({ 'Write `Approved`', 'Explain private-link/status' }) do
      check(vim.tbl_contains(titles, title), '`%s` is not among the code actions: %s', title, vim.inspect(titles))
    end
    wait_until(function() return text_of(resources) == FIXED end, 'the text is mended')
    wait_until(finds(resources, {}), 'nothing is found any more')
  end },

  { 'the definition is in the other file', function()
    go_to('rg::net')
    press('4l<C-]>')
    wait_until(function() return vim.fn.expand('%:t') == 'network.js' end, 'it is shown')
    network = vim.api.nvim_get_current_buf()
    local line = 'properties: () => ({ name: "net"'
    same(vim.fn.getline('.'):find(line, 1, true), 5, 'where in its line the definition begins')
    same(vim.fn.col('.'), 5 + #line - #'"net"', 'the column of the cursor')
    wait_until(function() return is_attached(network) end, 'the server sees it')
  end },

  { 'a resource is renamed in both files', function()
    vim.lsp.buf.rename('web')
    local renamed = replaced(FIXED, 'rg::net', 'rg::web')
    wait_until(function() return text_of(resources) == renamed end, 'the reference is renamed')
    same(text_of(network), replaced(NETWORK, '"net"', '"web"'), 'the file of the definition')
  end },

  { 'a file without resources is passed over', function()
    local plain = open(project .. '/plain.js')
    wait_until(function() return is_attached(plain) end, 'the server sees it')
    vim.cmd('buffer ' .. resources)
    go_to('Approved')
    press('ci"approved<Esc>')
    wait_until(function() return #found_in(resources) > 0 end, 'the mistake is found again')
    same(found_in(plain), {}, 'what is found')
  end },

  { 'lazuli.toml counts as soon as it is written', function()
    write(config, '[rules]\n"private-link/status" = "warning"\n')
    wait_until(finds(resources, { '13:77 WARN ' .. MISTAKE }), 'the error is a warning')
  end },

  { 'a mistake in lazuli.toml is found in it as it is typed', function()
    local buffer = open(config)
    press('Gofoo<Esc>')
    wait_until(function() return #found_in(buffer) > 0 end, 'something is found')
    same(found_in(buffer)[1]:match('^%d+:%d+ %u+'), '3:4 ERROR', 'where it is found')
  end },

  { 'all of that was one server, of which nothing is left', function()
    local started = vim.fn.readfile(processes)
    same(#started, 1, 'how many were started')
    local function is_running()
      return vim.loop.kill(tonumber(started[1]), 0) == 0
    end
    check(is_running(), 'it is not running')
    vim.lsp.stop_client(clients())
    wait_until(function() return not is_running() end, 'it is gone')
    wait_until(function() return #clients() == 0 end, 'the client is gone')
  end },

  { 'docs/editors.md shows this recipe', function()
    check(read(manual):find('```lua\n' .. read(recipe) .. '```\n', 1, true), 'it shows another one')
  end },
}

local function prepare()
  local program = vim.env.LAZULI_NATIVE
  assert(program and vim.fn.executable(program) == 1, 'say by LAZULI_NATIVE where the program is')
  local script = '#!/bin/sh\necho $$ >> %s\nexec %s "$@"\n'
  local lazuli = folder .. '/bin/lazuli'
  write(lazuli, script:format(vim.fn.shellescape(processes), vim.fn.shellescape(vim.fn.fnamemodify(program, ':p'))))
  vim.fn.setfperm(lazuli, 'rwxr-xr-x')
  vim.env.PATH = folder .. '/bin:' .. vim.env.PATH
  -- Neither the log of the client nor a swap file belongs to those who run the test.
  vim.env.XDG_CACHE_HOME, vim.env.XDG_STATE_HOME = folder .. '/cache', folder .. '/state'
  vim.o.swapfile = false
  vim.o.hidden = true
  vim.o.showmode = false
  vim.o.shortmess = vim.o.shortmess .. 'c'
  vim.o.completeopt = 'menuone'
  write(project .. '/package.json', '{}\n')
  write(project .. '/network.js', NETWORK)
  write(project .. '/plain.js', 'console.log("No resources");\n')
  write(project .. '/stages/resources.js', RESOURCES)
end

local passed = 0
local is_fine, trouble = xpcall(function()
  prepare()
  for _, step in ipairs(steps) do
    local name, run = unpack(step)
    local is_done, reason = xpcall(run, debug.traceback)
    assert(is_done, string.format('not so: %s\n%s', name, reason))
    passed = passed + 1
  end
end, function(reason) return reason end)
vim.lsp.stop_client(clients(), true)
vim.fn.delete(folder, 'rf')
if is_fine then
  io.stdout:write(string.format('\nneovim: %d passed, 0 failed\n', passed))
  vim.cmd('qall!')
else
  io.stderr:write(string.format('\n%s\nneovim: %d passed, 1 failed\n', trouble, passed))
  vim.cmd('cquit')
end
