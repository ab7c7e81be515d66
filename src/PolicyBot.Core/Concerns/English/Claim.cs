using PolicyBot.Text;

namespace PolicyBot.Concerns.English;

/// <summary>A speaker, what the verb says of the content, and the tokens of the content; not yet judged.</summary>
internal sealed record Claim(Speaker Speaker, Act Act, int From, int To)
{
    /// <summary>Answers what was said just before: replied, in response.</summary>
    public bool Answers { get; init; }

    /// <summary>A clause or quotation, not a noun phrase.</summary>
    public bool Tells { get; init; }

    public bool Quoted { get; init; }

    /// <summary>A verb outside the content that grades it: rejected … saying.</summary>
    public ReplyStrength? Strength { get; init; }
}
