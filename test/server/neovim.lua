-- Opens files in Neovim with the snippet of the README and writes down what the language server says of them.
-- Run by neovim.test.ts, with the paths in the environment.
local snippet = assert(vim.env.SNIPPET)
local folder = assert(vim.env.FOLDER)
local found = { version = tostring(vim.version().major) .. '.' .. tostring(vim.version().minor) }

local function wait_for(what, condition)
  if not vim.wait(20000, condition, 20) then error('waited in vain for ' .. what) end
end

local function errors_of(name)
  vim.cmd('edit ' .. vim.fn.fnameescape(folder .. '/' .. name))
  local buffer = vim.api.nvim_get_current_buf()
  wait_for('diagnostics of ' .. name, function() return #vim.diagnostic.get(buffer) > 0 end)
  local lines = {}
  for _, one in ipairs(vim.diagnostic.get(buffer)) do
    if one.severity == vim.diagnostic.severity.ERROR then
      table.insert(lines, { line = one.lnum, code = one.code or one.user_data.lsp.code })
    end
  end
  return lines
end

local function ask(method, line, character)
  local params = {
    textDocument = vim.lsp.util.make_text_document_params(),
    position = { line = line, character = character },
  }
  local answers = assert(vim.lsp.buf_request_sync(0, method, params, 20000))
  for _, answer in pairs(answers) do
    if answer.result then return answer.result end
  end
end

local function run()
  dofile(snippet)
  found.sentinel = errors_of('sentinel.conf')
  found.acl = errors_of('users.acl')
  found.redis = errors_of('redis.conf')
  found.hover = ask('textDocument/hover', 0, 2).contents.value

  local completion = ask('textDocument/completion', 1, 12)
  found.completion = vim.tbl_map(function(item) return item.label end, completion.items or completion)

  vim.ui.select = function(items, options, on_choice)
    found.actions = vim.tbl_map(options.format_item, items)
    for at, title in ipairs(found.actions) do
      if title:find('maxmemory', 1, true) then return on_choice(items[at], at) end
    end
    on_choice(nil)
  end
  vim.api.nvim_win_set_cursor(0, { 3, 0 })
  vim.lsp.buf.code_action()
  wait_for('the fix', function() return vim.api.nvim_buf_get_lines(0, 2, 3, true)[1] == 'maxmemory 1gb' end)
  wait_for('one error less', function()
    return #vim.diagnostic.get(0, { severity = vim.diagnostic.severity.ERROR }) == 1
  end)
end

local worked, problem = pcall(run)
if not worked then found.problem = tostring(problem) end
vim.fn.writefile({ vim.fn.json_encode(found) }, folder .. '/found.json')
vim.cmd('qall!')
