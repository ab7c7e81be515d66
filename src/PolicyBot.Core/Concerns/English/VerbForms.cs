using System.Collections.Frozen;

namespace PolicyBot.Concerns.English;

internal enum VerbForm
{
    Base,
    Third,
    Past,
    Gerund,
}

/// <summary>Forms of verbs: regular ones are made, the others stand in a table.</summary>
internal static class VerbForms
{
    /// <summary>base past participle; participle left out when it is the past form.</summary>
    private static readonly FrozenDictionary<string, (string Past, string Participle)> Irregular = Read("""
        say said, tell told, think thought, feel felt, find found, hold held, put put, set set, cut cut, let let, bring brought, build built, buy bought, sell sold, make made, lose lost, keep kept,
        leave left, meet met, pay paid, send sent, spend spent, hear heard, read read, lead led, seek sought, plead pleaded, give gave given, take took taken, write wrote written, draw drew drawn,
        speak spoke spoken, see saw seen, know knew known, grow grew grown, fall fell fallen, rise rose risen, begin began begun, come came come, become became become, run ran run, go went gone,
        do did done, have had had, be was been, get got got, forbid forbade forbidden, break broke broken, choose chose chosen, lay laid, spread spread, understand understood, undertake undertook undertaken,
        withdraw withdrew withdrawn, overhaul overhauled, wind wound, bear bore borne, hit hit, fight fought, win won, stand stood, strive strove striven, mean meant, bid bid, commit committed,
        refer referred, permit permitted, plan planned, drop dropped, stop stopped, scrap scrapped, map mapped, step stepped, rebut rebutted, submit submitted, admit admitted, regret regretted, defer deferred,
        trim trimmed, ban banned, cap capped, rethink rethought, retell retold, tie tied, ship shipped, set-up set-up, rewrite rewrote rewritten, arise arose arisen, chip chipped, beg begged, nod nodded,
        flag flagged, quip quipped, sum summed, prefer preferred, label labelled, signal signalled, model modelled, cancel cancelled, pencil pencilled, fuel fuelled, channel channelled, travel travelled,
        open opened, offer offered, deliver delivered, consider considered, foster fostered, enter entered, answer answered, wonder wondered, suffer suffered, lower lowered, broaden broadened, widen widened
        """);

    private static readonly FrozenDictionary<string, string> Bases = Irregular
        .SelectMany(v => ((string[])[v.Value.Past, v.Value.Participle]).Distinct().Select(f => (f, v.Key))).DistinctBy(p => p.f).ToFrozenDictionary(p => p.f, p => p.Key);

    public static IEnumerable<(string Form, VerbForm Kind)> Of(string verb)
    {
        yield return (verb, VerbForm.Base);
        yield return (Third(verb), VerbForm.Third);
        if (Irregular.TryGetValue(verb, out var forms))
        {
            if (forms.Past != verb) yield return (forms.Past, VerbForm.Past);
            if (forms.Participle != forms.Past && forms.Participle != verb) yield return (forms.Participle, VerbForm.Past);
            var doubled = forms.Past.EndsWith("ed", StringComparison.Ordinal) && forms.Past.Length == verb.Length + 3;
            yield return (doubled ? forms.Past[..^2] + "ing" : Gerund(verb), VerbForm.Gerund);
            yield break;
        }

        yield return (Past(verb), VerbForm.Past);
        yield return (Gerund(verb), VerbForm.Gerund);
    }

    /// <summary>The base of an irregular past form; null for others.</summary>
    public static string? BaseOf(string past) => Bases.GetValueOrDefault(past);

    private static string Third(string verb) => verb switch
    {
        "have" => "has",
        "do" => "does",
        "go" => "goes",
        "be" => "is",
        _ when verb[^1] == 'y' && !IsVowel(verb[^2]) => verb[..^1] + "ies",
        _ when verb[^1] is 's' or 'x' or 'z' || verb.EndsWith("ch", StringComparison.Ordinal) || verb.EndsWith("sh", StringComparison.Ordinal) => verb + "es",
        _ => verb + "s",
    };

    private static string Past(string verb) =>
        Doubles(verb) ? verb + verb[^1] + "ed" : verb[^1] == 'e' ? verb + "d" : verb[^1] == 'y' && !IsVowel(verb[^2]) ? verb[..^1] + "ied" : verb + "ed";

    /// <summary>One syllable that ends in a vowel and a consonant: fret, fretted.</summary>
    private static bool Doubles(string verb) =>
        verb.Length is > 2 and < 6 && !IsVowel(verb[^1]) && verb[^1] is not ('w' or 'x' or 'y') && IsVowel(verb[^2]) && !IsVowel(verb[^3]) && verb.Count(IsVowel) == 1;

    private static string Gerund(string verb) =>
        Doubles(verb) ? verb + verb[^1] + "ing" : verb.EndsWith("ie", StringComparison.Ordinal) ? verb[..^2] + "ying"
        : verb[^1] == 'e' && !verb.EndsWith("ee", StringComparison.Ordinal) && verb.Length > 2 ? verb[..^1] + "ing"
        : verb is "cut" or "put" or "set" or "let" or "get" or "run" or "win" or "begin" or "hit" or "bid" ? verb + verb[^1] + "ing" : verb + "ing";

    private static bool IsVowel(char c) => c is 'a' or 'e' or 'i' or 'o' or 'u';

    private static FrozenDictionary<string, (string, string)> Read(string table) =>
        Lexicon.Phrases(table).DistinctBy(r => r[0]).ToFrozenDictionary(r => r[0], r => (r[1], r.Length > 2 ? r[2] : r[1]));
}
