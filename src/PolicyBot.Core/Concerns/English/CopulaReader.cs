using System.Collections.Frozen;
using PolicyBot.Text;

namespace PolicyBot.Concerns.English;

/// <summary>The subject names the trouble or the wish and whose it is; what it is stands behind "is": "Company A's main worry was …", "For Company A, the problem is …".</summary>
internal sealed class CopulaReader(NounPhrases subjects)
{
    private const int LongestSubject = 18;

    private static readonly FrozenSet<string> Troubles = Lexicon.Words("problem problems difficulty difficulties challenge challenges headache headaches obstacle obstacles hurdle hurdles barrier issue issues bugbear gripe sticking stumbling bottleneck trouble");

    private static readonly FrozenSet<string> Aims = Lexicon.Words("priority priorities wish hope hopes ask asks aim goal preference message recommendation need");

    private static readonly FrozenSet<string> Affecting = Lexicon.Words("worries worried troubles troubled concerns concerned bothers bothered frustrates frustrated alarms alarmed irks irked annoys annoyed upsets scares puzzles hurts hurt hampers holds");

    /// <summary>"The concern was understandable" tells of the concern, not what it is.</summary>
    private static readonly FrozenSet<string> Verdicts = Lexicon.Words("""
        understandable unfounded valid legitimate justified reasonable clear real common widespread similar different same shared well small new now also being been heard met put about over under in on at with by from among as still already
        noted genuine groundless obvious familiar old here there up raised made taken given known shown seen sent gone great huge
        """);

    public Claim? Read(List<EnglishToken> tokens, int from, int to, Carry carry)
    {
        while (from < to && (SubjectLexicon.Openers.Contains(tokens[from].Lower) || tokens[from].Is(","))) from++;
        var start = from;
        Speaker? owner = null;
        if (from < to && tokens[from].Is("for") && Comma(tokens, from, to) is > 0 and var comma)
        {
            owner = subjects.Read(tokens, from + 1, comma, carry);
            if (owner is null) return null;
            start = comma + 1;
        }

        var be = Be(tokens, start, to);
        // "For John Roe, founder of Company C, the bottleneck is …": who he is stands between commas too.
        if (be < 0 && owner is not null && Comma(tokens, start, to) is > 0 and var second) be = Be(tokens, start = second + 1, to);
        if (be < 0) return null;
        return Affected(tokens, start, be, to, carry) ?? Owned(tokens, start, be, to, owner, carry);
    }

    private static int Comma(List<EnglishToken> tokens, int from, int to)
    {
        for (var i = from + 2; i < Math.Min(to, from + 10); i++)
        {
            if (tokens[i].Is(",")) return i;
            if (PredicateReader.IsBe(tokens[i])) return -1;
        }

        return -1;
    }

    /// <summary>The verb "to be", or the colon that stands for it, with no other clause before it.</summary>
    private static int Be(List<EnglishToken> tokens, int from, int to)
    {
        for (var i = from + 1; i < Math.Min(to - 1, from + LongestSubject); i++)
        {
            if (tokens[i].Lower is "is" or "are" or "was" or "were" or "remains" or "remained" or "lies" or "included" or "include" or "includes" or ":") return i;
            if (tokens[i].Lower is "," or ";" or "that" or "who" or "which" or "said" || tokens[i].Kind is EnglishTokenKind.OpenQuote) return -1;
        }

        return -1;
    }

    /// <summary>"What worries Association B most is …".</summary>
    private Claim? Affected(List<EnglishToken> tokens, int from, int be, int to, Carry carry)
    {
        if (!tokens[from].Is("what") || from + 2 >= be || !Affecting.Contains(tokens[from + 1].Lower)) return null;
        var end = be;
        while (end > from + 2 && tokens[end - 1].Lower is "most" or "more" or "above" or "all" or "back" or "particularly" or "especially") end--;
        return subjects.Read(tokens, from + 2, end, carry) is { Generic: false } speaker ? Told(tokens, speaker, Act.Concern, be + 1, to, carry) : null;
    }

    private Claim? Owned(List<EnglishToken> tokens, int from, int be, int to, Speaker? owner, Carry carry)
    {
        for (var n = from; n < be; n++)
        {
            var word = tokens[n].Lower;
            if (word is "reply" or "response" or "answer" or "position" or "line" && Possessor(tokens, from, n, carry) is { } replier && be + 1 < to && tokens[be + 1].Is("that"))
                return Told(tokens, replier, Act.Report, be + 1, to, carry) is { } reply ? reply with { Answers = replier.Side == Side.Government } : null;
            if (word is "consensus" or "feeling" or "sentiment" or "mood" or "view" && be + 1 < to && tokens[be + 1].Is("that") && Behind(tokens, n, be, carry) is { Level: AttributionLevel.Participants } crowd) return Told(tokens, crowd, Act.Report, be + 1, to, carry);
            var (known, trouble, aim) = (VerbLexicon.ConcernNouns.Contains(word) || VerbLexicon.RequestNouns.Contains(word), Troubles.Contains(word), Aims.Contains(word));
            if (word is "no" or "not" or "nobody" or "few" or "if") return null;
            if (!(known || trouble || aim) || (n == from && tokens[be].Is(":"))) continue;
            var speaker = owner ?? Possessor(tokens, from, n, carry) ?? Behind(tokens, n, be, carry);
            if (speaker is null && ((trouble && !IsOneOfSeveral(tokens, from)) || aim || tokens[be].Is(":") || !IsDefinite(tokens, from))) return null;
            speaker ??= carry.Telling ?? Speaker.Nobody;
            if (speaker.Side == Side.Government && !VerbLexicon.RequestNouns.Contains(word)) return Told(tokens, speaker, Act.Position, be + 1, to, carry);
            return Told(tokens, speaker, trouble || VerbLexicon.ConcernNouns.Contains(word) ? Act.Concern : Act.Request, be + 1, to, carry);
        }

        return null;
    }

    private static bool IsOneOfSeveral(List<EnglishToken> tokens, int from) => tokens[from].Lower is "another" or "one" or "further" or "also";

    private static bool IsDefinite(List<EnglishToken> tokens, int from) => tokens[from].Lower is "the" or "another" or "one" or "a" or "further";

    private Speaker? Possessor(List<EnglishToken> tokens, int from, int noun, Carry carry)
    {
        for (var i = noun - 1; i >= from; i--)
        {
            if (tokens[i].Lower is "its") return carry.Body;
            if (tokens[i].Lower is "his" or "her") return carry.Person;
            if (tokens[i].Lower is "their") return carry.Last is { Side: not Side.Government } last ? last : null;
            if (tokens[i].Lower is not ("'s" or "'" or "\u2019" or "\u2019s")) continue;
            var start = i;
            while (start > from && !(tokens[start - 1].Lower is "of" or "among" or "on" or "in" or "to")) start--;
            return start < i && subjects.Read(tokens, start, i, carry) is { } speaker ? speaker with { Generic = false } : null;
        }

        return null;
    }

    /// <summary>"the demand of Association B", "a complaint from exporters"; "the fear of losing customers" has no owner.</summary>
    private Speaker? Behind(List<EnglishToken> tokens, int noun, int be, Carry carry)
    {
        for (var i = noun + 1; i < Math.Min(be - 1, noun + 4); i++)
        {
            if (tokens[i].Lower is not ("of" or "from" or "among" or "for" or "by" or "amongst")) continue;
            if (tokens[i + 1].Lower.EndsWith("ing", StringComparison.Ordinal)) return null;
            return subjects.Read(tokens, i + 1, be, carry) is { } speaker ? speaker with { Generic = false } : null;
        }

        return null;
    }

    private static Claim? Told(List<EnglishToken> tokens, Speaker speaker, Act act, int from, int to, Carry carry)
    {
        from = PredicateReader.SkipAdverbs(tokens, from, to);
        if (from >= to) return null;
        var word = tokens[from].Lower;
        var next = from + 1 < to ? tokens[from + 1].Lower : "";
        if (Verdicts.Contains(word) || (next is not ":" && (word.EndsWith("ed", StringComparison.Ordinal) || VerbLists.Act(word) is { Form: VerbForm.Past }))) return null;
        carry.Speak(speaker);
        var tells = word is "that" or "to";
        while (from + 1 < to && tokens[from].Lower is "that" or "to" or "for" or "simple" or "simply" or ":") from++;
        return new(speaker, act, from, to) { Tells = tells };
    }
}
