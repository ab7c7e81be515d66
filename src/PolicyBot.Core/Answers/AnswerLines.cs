namespace PolicyBot.Answers;

/// <summary>The short text of an answer in the making: sentences, and what stands under a speaker or a meeting.</summary>
internal sealed class AnswerLines
{
    private readonly List<string> _text = [];
    private readonly List<AnswerPart> _parts = [];

    public string Text => string.Join('\n', _text);

    public IReadOnlyList<AnswerPart> Parts => _parts;

    /// <summary>A sentence of its own.</summary>
    public void Add(string sentence)
    {
        _text.Add(sentence);
        _parts.Add(new(null, null, [sentence]));
    }

    public void Add(AnswerPart part)
    {
        Add(part, part.Where is null ? $"• {part.Speaker}" : $"• {part.Speaker} — {part.Where}");
        foreach (var line in part.Lines) _text.Add("  " + line);
    }

    /// <param name="flat">The same as one line of running text.</param>
    public void Add(AnswerPart part, string flat)
    {
        _text.Add(flat);
        _parts.Add(part);
    }
}
