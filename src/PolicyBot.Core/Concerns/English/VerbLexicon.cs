using System.Collections.Frozen;
using PolicyBot.Text;

namespace PolicyBot.Concerns.English;

/// <summary>What may follow a verb and make its object the content.</summary>
/// <param name="Particles">Words such as "for"; empty: the object follows at once.</param>
internal sealed record VerbFrame(Act Act, FrozenSet<string> Particles, bool Addressee = false, bool Answers = false);

/// <summary>Verbs of speaking, complaining, asking and answering, each with its frame.</summary>
internal static class VerbLexicon
{
    private static readonly (Act Act, string Particles, bool Addressee, bool Answers, string Verbs)[] Table =
    [
        (Act.Report, "", false, false, """
            cite detail opine wonder sigh snap joke exclaim shout predict
            say add note observe remark state explain argue claim contend stress emphasise emphasize highlight underline underscore report point-out mention recount recall maintain insist assert
            describe outline comment declare conclude continue testify relate believe think feel find submit estimate reveal disclose concede admit acknowledge confirm announce indicate clarify
            reiterate repeat volunteer elaborate reckon counter retort rejoin quip write
            muse ponder imply attest aver posit surmise interject chime mutter whisper growl scoff sneer shrug swear proffer relay convey stipulate specify
            allege profess concur
            """),
        (Act.Report, "", true, false, "tell inform remind assure reassure advise brief"),
        (Act.Report, "", false, true, "reply answer respond"),
        (Act.Concern, "", false, false, "fear dread resent lament bemoan deplore criticise criticize condemn decry denounce regret bewail slam flag blame blast deride lambast lambaste assail chide scold berate reproach castigate skewer oppose resist mourn rue question challenge attack doubt distrust query brand deem dub label consider"),
        (Act.Concern, "to that", false, false, "object"),
        (Act.Concern, "that of about over against", true, false, "warn caution"),
        (Act.Concern, "that about of over", false, false, "complain worry grumble despair moan protest fret grouse gripe agonise agonize rail whine carp fume rage seethe bristle chafe groan grieve quibble remonstrate bleat grizzle"),
        (Act.Concern, "with to", false, false, "struggle"),
        (Act.Concern, "from", false, false, "suffer"),
        (Act.Request, "", false, false, "want demand request propose suggest recommend seek urge desire float implore exhort crave solicit beseech entreat"),
        (Act.Request, "for", false, false, "call push campaign ask wish hope advocate-for pray agitate angle bid clamour clamor yearn lobby plump plead beg apply canvass appeal petition press"),
        (Act.Request, "for", true, false, "press plead appeal lobby petition beg"),
        (Act.Request, "", false, false, "advocate require need prefer favour favor"),
        (Act.Request, "that", false, false, "ask wish hope"),
        (Act.Position, "", false, false, "welcome praise support back endorse commend applaud appreciate hail"),
        (Act.Hearing, "", false, false, "hear"),
        (Act.Refusal, "", false, false, "reject refuse decline dismiss"),
        (Act.Refusal, "out", false, false, "rule"),
        (Act.Refusal, "down", false, false, "turn"),
        (Act.Promise, "", false, false, "promise pledge vow undertake guarantee"),
        (Act.Promise, "to", false, false, "commit"),
        (Act.None, "", false, false, "thank greet attend join visit introduce apologise apologize congratulate discuss debate"),
    ];

    private static readonly FrozenDictionary<string, List<(VerbFrame Frame, VerbForm Form, string Verb)>> Forms = Read();

    /// <summary>Words after which a form is a noun: "the calls", "their concerns".</summary>
    private static readonly FrozenSet<string> Determiners = Lexicon.Words("""
        the a an this that these those their its his her our my your no any some such more many few several other new strong of for about with by in on 's further repeated growing
        loud public renewed numerous similar to at from into without
        """);

    public static readonly FrozenSet<string> ConcernNouns = Lexicon.Words("""
        concern concerns worry worries fear fears doubt doubts frustration frustrations anxiety anxieties alarm unease objection objections reservations reservation complaint complaints
        dissatisfaction disappointment warning warnings gripe gripes resentment scepticism skepticism dismay discomfort exasperation bitterness grumbles grumbling qualms disquiet nervousness uncertainty anger irritation indignation outcry misgivings apprehension criticism displeasure grievance grievances discontent regret despair annoyance impatience suspicion suspicions dread trepidation distress consternation protest protests hesitation bafflement puzzlement quarrel quarrels lament laments rebuke hesitations nervousness
        """);

    public static readonly FrozenSet<string> RequestNouns = Lexicon.Words("""
        call calls plea pleas request requests demand demands appeal appeals petition suggestion suggestions proposal proposals wish wishes hope hopes desire recommendation recommendations ask asks petitions entreaty motion plea pleas cry cries
        """);

    public static readonly FrozenSet<string> Voicing = Lexicon.Words("""
        expressed express expresses expressing voiced voice voices voicing raised raise raises raising shared share shares sharing conveyed convey aired airing air made make making floated float floats floating drew draw draws drawing
        had have has having repeated repeats repeating registered register lodged reiterated put submitted filed issued brought echoed echoes echoing joined joining backed backs backing supported supports supporting renewed renews renewing reaffirmed tabled reported reports cited
        """);

    public static readonly FrozenSet<string> WorriedAdjectives = Lexicon.Words("""
        concerned worried afraid anxious unhappy frustrated alarmed fearful wary nervous dissatisfied uneasy troubled disappointed upset sceptical skeptical apprehensive dismayed doubtful
        unconvinced uncomfortable puzzled angry annoyed irritated exasperated fed-up furious pessimistic resentful distressed bitter perturbed disheartened discouraged baffled critical
        """);

    /// <summary>Nouns that are a concern or a wish only behind a verb of bringing up: "raised the issue of …", "floated the idea of …", "made the case for …".</summary>
    public static readonly FrozenDictionary<string, Act> RaisedNouns = new Dictionary<string, Act>
    {
        ["issue"] = Act.Concern,
        ["issues"] = Act.Concern,
        ["problem"] = Act.Concern,
        ["problems"] = Act.Concern,
        ["question"] = Act.Concern,
        ["questions"] = Act.Concern,
        ["matter"] = Act.Concern,
        ["spectre"] = Act.Concern,
        ["attention"] = Act.Concern,
        ["difficulty"] = Act.Concern,
        ["difficulties"] = Act.Concern,
        ["idea"] = Act.Request,
        ["possibility"] = Act.Request,
        ["prospect"] = Act.Request,
        ["option"] = Act.Request,
        ["case"] = Act.Request,
        ["argument"] = Act.Request,
        ["need"] = Act.Request,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>"called the deadline unrealistic": the object and the verdict on it.</summary>
    public static readonly FrozenSet<string> Judging = Lexicon.Words("call brand deem dub consider describe label rate");

    /// <summary>The "A" of "Company A" is none.</summary>
    public static bool IsDeterminer(List<EnglishToken> tokens, int i) => Determiners.Contains(tokens[i].Lower) && !(i > 0 && tokens[i].Capital);

    public static IReadOnlyList<(VerbFrame Frame, VerbForm Form, string Verb)> Of(string form) => Forms.GetValueOrDefault(form) ?? [];

    private static FrozenDictionary<string, List<(VerbFrame, VerbForm, string)>> Read()
    {
        Dictionary<string, List<(VerbFrame, VerbForm, string)>> forms = new(StringComparer.Ordinal);
        foreach (var (act, particles, addressee, answers, verbs) in Table)
        {
            foreach (var entry in verbs.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            {
                var (verb, tail) = entry.Split('-') is [var v, var p] ? (v, p) : (entry, particles);
                var frame = new VerbFrame(act, Lexicon.Words(tail), addressee, answers);
                foreach (var (form, kind) in VerbForms.Of(verb))
                {
                    if (!forms.TryGetValue(form, out var list)) forms[form] = list = [];
                    list.Add((frame, kind, verb));
                }
            }
        }

        return forms.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
