using System.Text.Json;
using PolicyBot.Concerns;

namespace PolicyBot.Evaluation;

/// <summary>What a consultation record was labelled to hold.</summary>
internal sealed record ConsultationGold(string Id, string Host, IReadOnlyList<LabelledConcern> Concerns, IReadOnlyList<LabelledReply> Replies)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { RespectNullableAnnotations = true };

    public static IReadOnlyList<ConsultationGold> Load(string path) =>
        JsonSerializer.Deserialize<IReadOnlyList<ConsultationGold>>(File.ReadAllText(path), Options)!;

    /// <summary>Officials ask too (“규제 샌드박스를 활용해 달라”): gold keeps that under the replies, so it is no concern of the record.</summary>
    public bool IsOfficial(string name) => Identities(Host).Concat(Replies.SelectMany(r => Identities(r.Who))).Any(i => name.Contains(i, StringComparison.Ordinal));

    /// <summary>Whether one of the people or organisations labelled with a concern of their own goes by this name.</summary>
    public bool IsRaiser(string name) =>
        Concerns.Where(c => c.Individual).SelectMany(c => Identities(c.Who)).Any(i => name.Contains(i, StringComparison.Ordinal));

    /// <summary>“김동훈 NHN클라우드 대표” is known by 김동훈 or NHN클라우드, “Kim Dong-hoon (NHN Cloud)” by either part; a title alone names nobody.</summary>
    public static IEnumerable<string> Identities(string who)
    {
        var parts = who.Any(char.IsAsciiLetterLower)
            ? who.Split(['(', ')', ','], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            : who.Split([' ', '·'], StringSplitOptions.RemoveEmptyEntries);
        return parts.Length > 1 && !who.Contains('(', StringComparison.Ordinal) ? parts[..^1] : parts;
    }
}

internal sealed record LabelledConcern(string Label, string Level, string Who)
{
    public bool Individual => Level == "individual";

    public bool Fits(AttributionLevel level) => Level switch
    {
        "individual" => level >= AttributionLevel.Organisation,
        "collective" => level == AttributionLevel.Participants,
        _ => level == AttributionLevel.Unattributed,
    };
}

internal sealed record LabelledReply(string Label, string Who);
