using System.Text;
using PolicyBot.Records.Layout;
using PolicyBot.Records.Reading;

namespace PolicyBot.Records.Documents;

/// <summary>A document's text in the making: paragraphs parted by empty lines, table rows as <c>| a | b |</c>, and where pages or paragraphs begin.</summary>
internal sealed class DocumentText(PlaceUnit unit)
{
    /// <summary>Some five thousand printed pages.</summary>
    private const int MaxCharacters = 10_000_000;

    private readonly StringBuilder _text = new();
    private readonly Dictionary<int, TextPartKind> _kinds = [];
    private readonly List<int> _starts = [];
    private bool _afterRow;

    public bool IsEmpty => _text.Length == 0;

    /// <summary>A page, slide or sheet begins.</summary>
    public void BeginPlace() => _starts.Add(_text.Length);

    /// <param name="kind">Where the mark-up tells more than the words.</param>
    public void Add(string paragraph, TextPartKind? kind = null)
    {
        var words = Clean(paragraph);
        if (words.Length == 0) return;
        Begin("\n\n");
        if (kind is { } known) _kinds[_text.Length] = known;
        _text.Append(words);
        _afterRow = false;
    }

    public void AddRow(IReadOnlyList<string> cells)
    {
        var words = cells.Select(c => Clean(c).ReplaceLineEndings(" ")).ToList();
        if (words.TrueForAll(w => w.Length == 0)) return;
        Begin(_afterRow ? "\n" : "\n\n");
        foreach (var cell in words) _text.Append("| ").Append(cell).Append(' ');
        _text.Append('|');
        _afterRow = true;
    }

    public Record Build(RecordFields fields)
    {
        var text = _text.ToString();
        return RecordAssembly.Assemble(fields, text, TextLayout.Read(text, known: _kinds)) with { Places = new(unit, _starts) };
    }

    private void Begin(string separator)
    {
        if (_text.Length > MaxCharacters) throw new UnreadableRecordException($"The document holds more than {MaxCharacters / 1_000_000} million characters. Split it into smaller ones. / 문서가 {MaxCharacters / 10_000}만 자보다 깁니다. 나누어 가져오십시오.");
        if (_text.Length > 0) _text.Append(separator);
        if (unit == PlaceUnit.Paragraph) _starts.Add(_text.Length);
    }

    /// <summary>Without control characters, and with no half of a surrogate pair: neither is text, and neither would survive being stored and sent.</summary>
    private static string Clean(string words)
    {
        var trimmed = words.AsSpan().Trim();
        if (IsClean(trimmed)) return trimmed.Length == words.Length ? words : trimmed.ToString();
        var clean = new StringBuilder(trimmed.Length);
        foreach (var rune in trimmed.EnumerateRunes())
        {
            if (rune.Value is '\r') clean.Append('\n');
            else if (!Rune.IsControl(rune) || rune.Value is '\n' or '\t') clean.Append(rune.ToString());
        }

        return clean.ToString().Trim();
    }

    private static bool IsClean(ReadOnlySpan<char> words)
    {
        foreach (var c in words)
        {
            if ((char.IsControl(c) && c is not ('\n' or '\t')) || char.IsSurrogate(c)) return false;
        }

        return true;
    }
}
