namespace PolicyBot.Answers.Grounding;

/// <summary>Many models put their JSON into a fence or a sentence, whatever they are told.</summary>
internal static class ModelJson
{
    public static string Of(string reply)
    {
        var (from, to) = (reply.IndexOf('{', StringComparison.Ordinal), reply.LastIndexOf('}'));
        return from >= 0 && to > from ? reply[from..(to + 1)] : reply;
    }
}
