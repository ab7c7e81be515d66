using System.Text;
using PolicyBot.Text;

namespace PolicyBot.Chat;

/// <summary>One line from a terminal, with the arrow keys and a history of this sitting. Nothing is kept on disk: questions may be sensitive.</summary>
internal sealed class LineEditor
{
    private readonly List<string> _history = [];
    private readonly StringBuilder _line = new();
    private int _cursor;
    private int _back;

    /// <summary>Null when the input ends (Ctrl-D on an empty line).</summary>
    public string? Read(string prompt, CancellationToken cancellationToken)
    {
        _line.Clear();
        (_cursor, _back) = (0, 0);
        Draw(prompt);
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var key = Console.ReadKey(intercept: true);
            if (key.Key == ConsoleKey.Enter)
            {
                Console.WriteLine();
                var text = _line.ToString();
                if (text.Length > 0 && (_history.Count == 0 || _history[^1] != text)) _history.Add(text);
                return text;
            }

            if (key is { Key: ConsoleKey.D, Modifiers: ConsoleModifiers.Control } && _line.Length == 0) return null;
            Apply(key);
            Draw(prompt);
        }
    }

    private void Apply(ConsoleKeyInfo key)
    {
        switch (key.Key)
        {
            case ConsoleKey.LeftArrow when _cursor > 0:
                _cursor--;
                break;
            case ConsoleKey.RightArrow when _cursor < _line.Length:
                _cursor++;
                break;
            case ConsoleKey.Home:
                _cursor = 0;
                break;
            case ConsoleKey.End:
                _cursor = _line.Length;
                break;
            case ConsoleKey.UpArrow when _back < _history.Count:
                Recall(_back + 1);
                break;
            case ConsoleKey.DownArrow when _back > 0:
                Recall(_back - 1);
                break;
            case ConsoleKey.Backspace when _cursor > 0:
                _line.Remove(--_cursor, 1);
                break;
            case ConsoleKey.Delete when _cursor < _line.Length:
                _line.Remove(_cursor, 1);
                break;
            default:
                if (!char.IsControl(key.KeyChar)) _line.Insert(_cursor++, key.KeyChar);
                break;
        }
    }

    private void Recall(int back)
    {
        _back = back;
        _line.Clear();
        if (back > 0) _line.Append(_history[^back]);
        _cursor = _line.Length;
    }

    private void Draw(string prompt)
    {
        var behind = Width(_line.ToString(_cursor, _line.Length - _cursor));
        // Back to the start, the whole line, clear the rest, then left again to the cursor (ECMA-48).
        Console.Write($"\r{prompt}{_line}\u001b[K{(behind > 0 ? $"\u001b[{behind}D" : "")}");
    }

    /// <summary>Columns on the screen: Hangul, Han and full-width forms take two.</summary>
    private static int Width(string text) =>
        text.Sum(c => Hangul.IsHangul(c) || c is (>= '\u2E80' and <= '\u9FFF') or (>= '\uF900' and <= '\uFAFF') or (>= '\uFF00' and <= '\uFF60') ? 2 : 1);
}
