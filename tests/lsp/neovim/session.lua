-- What a writer does in Neovim: open a paper, read a hover, take a fix, take all that are safe.
-- It prints one JSON object; a test reads it.
local said = {}

local function wait(what, is_so)
  if not vim.wait(30000, is_so, 20) then
    print(vim.json.encode({ failed = what, said = said }))
    vim.cmd('cquit 1')
  end
end

local function marks()
  local found = {}
  for _, each in ipairs(vim.diagnostic.get(0)) do
    table.insert(found, { each.lnum, each.col, each.code, each.severity })
  end
  return found
end

local function request(method, params)
  local answers = vim.lsp.buf_request_sync(0, method, params, 30000)
  for _, answer in pairs(answers or {}) do
    return answer.result
  end
end

-- The lines that our page says, and one setting.
dofile(vim.env.PLAINSPEAK_SETUP)
vim.lsp.config('plainspeak', { settings = { plainspeak = { quietAtCaret = 0 } } })
vim.cmd.edit('paper.md')
vim.bo.filetype = 'markdown'

wait('marks', function() return #vim.diagnostic.get(0) >= 3 end)
said.marks = marks()
local client = vim.lsp.get_clients()[1]
said.encoding = client.offset_encoding

-- The hover of the letters, which stand after an emoji.
vim.api.nvim_win_set_cursor(0, { 3, 10 })
local hover = request('textDocument/hover', vim.lsp.util.make_position_params(0, client.offset_encoding))
said.hover = hover and hover.contents.value

-- The preferred fix at the caret.
vim.api.nvim_win_set_cursor(0, { 5, 5 })
vim.lsp.buf.code_action({ apply = true, filter = function(action) return action.isPreferred end })
wait('fix', function() return vim.api.nvim_buf_get_lines(0, 4, 5, true)[1]:find('We use it') end)
wait('fewer marks', function() return #vim.diagnostic.get(0) == 2 end)
said.fixed = vim.api.nvim_buf_get_lines(0, 0, -1, true)

-- All that is safe, as on saving.
vim.lsp.buf.code_action({ apply = true, context = { only = { 'source.fixAll' }, diagnostics = {} } })
wait('fix all', function() return vim.api.nvim_buf_get_lines(0, 6, 7, true)[1]:find('We met to') end)
wait('one mark', function() return #vim.diagnostic.get(0) == 1 end)
said.all = vim.api.nvim_buf_get_lines(0, 0, -1, true)
said.left = marks()

print(vim.json.encode(said))
vim.cmd('qall!')
