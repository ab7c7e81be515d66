using PolicyBot.Text;

namespace PolicyBot.Retrieval;

/// <summary>The words of a person's name or label, by which names in shorter and longer forms meet.</summary>
internal static class PersonWords
{
    public static IEnumerable<string> Of(string label)
    {
        var folded = Normalizer.Fold(label);
        return Tokens.In(folded).Select(t => t.Span.Of(folded)).Distinct();
    }
}
