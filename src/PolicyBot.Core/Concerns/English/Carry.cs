using PolicyBot.Text;

namespace PolicyBot.Concerns.English;

/// <summary>Whom "she", "it", "they" and "the lab" mean at a place in the text. A new meeting starts a new one.</summary>
internal sealed class Carry
{
    private readonly Dictionary<string, string> _described = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Speaker> _labels = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _offices = new(StringComparer.Ordinal);

    public Speaker? Person { get; private set; }

    public Speaker? Body { get; private set; }

    public Speaker? Last { get; private set; }

    /// <summary>Whose words the last quotation held: a quotation without a speaker goes on with it.</summary>
    public Speaker? Quoted { get; private set; }

    public bool Replies { get; private set; }

    /// <summary>The group whose asks the sentence before told; a passive right behind it is theirs.</summary>
    public Speaker? Telling { get; private set; }

    /// <summary>The last quotation only repeated another's words, to correct them.</summary>
    public bool Rebuts { get; set; }

    public Heading Section { get; set; }

    public void Quote(Speaker speaker, bool replies) => (Quoted, Replies) = (speaker, replies);

    /// <summary>What the sentence before leaves to the next.</summary>
    public void EndSentence(IReadOnlyList<Claim> claims)
    {
        Telling = claims.Count > 0 && claims[^1] is { Act: Act.Request or Act.Concern, Speaker: { Level: AttributionLevel.Participants } group } ? group : null;
        if (!claims.Any(c => c.Quoted) && !Rebuts) Quoted = null;
        if (claims.Count > 0) Rebuts = false;
    }

    public void Speak(Speaker speaker)
    {
        Last = speaker;
        if (speaker.Level == AttributionLevel.Person || (speaker.Level == AttributionLevel.Unattributed && speaker.Names.Count > 0)) Person = One(speaker);
        if (speaker.Level == AttributionLevel.Organisation) Body = One(speaker);
        if (speaker.Voice) Person = One(speaker);
    }

    /// <summary>A name that a sentence tells of without letting it speak: "it" or "she" may still mean it.</summary>
    public void Mention(Speaker named)
    {
        if (named.Level == AttributionLevel.Organisation) Body = One(named);
        else Person = One(named);
    }

    /// <summary>"She" behind two who spoke together is one of them, and nobody can tell which.</summary>
    private static Speaker One(Speaker speaker) => speaker.Names.Count > 1 ? Speaker.Nobody : speaker;

    /// <summary>"The MSIT-funded lab" is what "the lab" means later.</summary>
    public void Describe(string noun, string words)
    {
        if (!_described.TryGetValue(noun, out var known) || words.Length > known.Length) _described[noun] = words;
    }

    /// <summary>One speaker under two labels: "Hon. Mr. Copperfield (Minister)", later "Hon. Mr. Copperfield".</summary>
    public Speaker Labelled(string surname, string label, Side side)
    {
        if (_labels.TryGetValue(surname, out var known) && (known.Names[0].Contains(label, StringComparison.Ordinal) || label.Contains(known.Names[0], StringComparison.Ordinal)))
        {
            var fullest = known.Names[0].Length >= label.Length ? known.Names[0] : label;
            return _labels[surname] = known with { Names = [fullest], Side = known.Side == Side.Unknown ? side : known.Side };
        }

        var speaker = new Speaker(AttributionLevel.Person, [label], side);
        _labels[surname] = speaker;
        return speaker;
    }

    public string? DescribedBody(string noun) => _described.GetValueOrDefault(noun);

    public void Appoint(string office, string fullest) => _offices.TryAdd(office, fullest);

    public string? Office(string office) => _offices.GetValueOrDefault(office);

    public static IEnumerable<(string Noun, int From, int To)> DescribedBodies(List<EnglishToken> tokens)
    {
        for (var i = 0; i < tokens.Count; i++)
        {
            if (!NounLexicon.Bodies.Contains(tokens[i].Lower) || tokens[i].Capital) continue;
            for (var j = i - 1; j >= Math.Max(0, i - 4); j--)
            {
                if (!tokens[j].IsWord || !tokens[j].Is("the")) continue;
                if (i - j > 1) yield return (tokens[i].Lower, j, i + 1);
                break;
            }
        }
    }
}
