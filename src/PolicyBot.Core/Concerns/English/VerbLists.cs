using System.Collections.Frozen;

namespace PolicyBot.Concerns.English;

/// <summary>Small closed classes around verbs, and verbs of acting.</summary>
internal static class VerbLists
{
    public static readonly FrozenSet<string> Unreal = Lexicon.Words("""
        not never will would may might could can cannot shall should must to nobody hardly neither nor without reportedly allegedly supposedly purportedly expected likely due set about if unless whether let who
        """);

    private static readonly FrozenSet<string> Adverbs = Lexicon.Words("""
        also again still then already now currently repeatedly strongly firmly openly seriously actively carefully soon shortly further even just only ever always often both all
        simply too instead once particularly especially very quite rather so deeply really more most increasingly clearly explicitly later earlier first finally today recently
        therefore thus actually certainly definitely fully jointly together meanwhile subsequently immediately promptly duly readily gladly closely positively proactively urgently thoroughly
        fairly extremely genuinely somewhat slightly highly largely formally publicly privately bluntly flatly additionally likewise equally well separately swiftly quickly gradually constantly aloud
        """);

    public static readonly FrozenSet<string> Prepositions = Lexicon.Words("of to in on at by for with from about over under against during after before between among as into upon through within regarding");

    /// <summary>What states and firms are asked or promise to do.</summary>
    private static readonly FrozenSet<string> Acts = Lexicon.Words("""
        abandon abolish accelerate accept accommodate achieve act adapt add address adjust adopt advance align allocate allow amend analyse analyze announce apply appoint approve arrange assign assist attend attract
        audit authorise authorize avoid back ban be become begin boost bring broaden build buy calculate call cancel cap carry centralise change check circulate clarify classify clear close collect combine commission
        compensate complete conclude conduct confirm connect consider consolidate consult continue contribute convene coordinate correct cover create cut deal decide decrease define defer delay delegate delete deliver
        deploy deregulate design designate develop digitise digitize disclose discuss distribute do double draft draw drop ease eliminate employ empower enable encourage end enforce enhance ensure equip establish
        evaluate examine exempt expand expedite explain explore extend facilitate fast-track fill finalise finalize finance find finish fix focus follow follow-up force form formalise foster free freeze fulfil fulfill
        fund gather get give go grant guarantee guide halve handle harmonise harmonize have help hire hold host identify implement improve include incorporate increase inform initiate install integrate introduce
        invest investigate invite involve issue join keep launch lay lead learn lengthen let level lift limit link list listen localise loosen lower maintain make manage mandate match meet merge mind minimise
        modernise modernize modify monitor move name narrow negotiate notify obtain offer open operate order organise organize overhaul overturn oversee pass pause pay permit phase pilot place plan postpone prepare
        prevent prioritise prioritize process procure produce progress prohibit promote propose protect provide publish purchase pursue push put raise ramp reach read rebuild recognise recognize recommend reconsider
        reconvene record recruit redesign redraft reduce reexamine refer refine reflect reform refund regulate reimburse reinforce reinstate relax release relieve remain remove renew repair repeal replace reply report
        require reschedule reset resolve respect respond restore restructure resume retain rethink return reverse review revise revisit reward rewrite roll run safeguard save scale scrap secure see seek select
        send separate serve set settle share shield shift shorten show sign simplify slash slow smooth solve speed spell split sponsor spread stagger standardise standardize start state stay step stop store streamline
        strengthen strive study submit subsidise subsidize supply support suspend tackle tailor take talk target tax teach tell test think tighten train transfer translate treat trim triple try turn unblock unify
        update upgrade uphold use verify waive warn weigh widen withdraw work write yield leave come bear shut enact log loop trial raise-up speed-up set-up scrap accredit certify cost hand list insure lend map
        subtitle archive arrange label count tender recycle rate rank charge park tie stick staff
        """);

    private static readonly FrozenDictionary<string, (string Verb, VerbForm Form)> ActForms = Acts
        .SelectMany(v => VerbForms.Of(v).Select(f => (f.Form, Verb: v, f.Kind))).DistinctBy(f => f.Form).ToFrozenDictionary(f => f.Form, f => (f.Verb, f.Kind));

    public static bool IsBase(string word) => Acts.Contains(word);

    /// <summary>The base and form of a verb of acting; null for other words.</summary>
    public static (string Verb, VerbForm Form)? Act(string word) => ActForms.TryGetValue(word, out var act) ? act : null;

    /// <summary>Acts that alter a rule or its burden: what an ask is for.</summary>
    public static readonly FrozenSet<string> Changes = Lexicon.Words("""
        extend shorten waive lower raise cut reduce simplify ease relax postpone delay lift exempt publish add include remove merge revise amend split spread speed accelerate double triple widen expand broaden lengthen
        halve scrap abolish drop suspend defer subsidise subsidize fund support finance reopen open release share translate clarify set introduce create build provide help streamline digitise digitize move bring allow
        permit loosen fix repair update reconsider review rethink withdraw adjust raise recognise recognize harmonise harmonize standardise standardize unify cap limit refund compensate reimburse give make
        """);

    /// <summary>Words in -ly that are no adverbs.</summary>
    private static readonly FrozenSet<string> NoManner = Lexicon.Words("""
        family supply apply rely reply comply assembly july italy daily weekly monthly yearly quarterly anomaly monopoly friendly costly unlikely likely timely elderly multiply imply fly ally early only orderly burly
        """);

    public static bool IsManner(string word) => word.Length > 4 && word.EndsWith("ly", StringComparison.Ordinal) && !NoManner.Contains(word);

    public static bool IsAdverb(string word) => Adverbs.Contains(word) || IsManner(word);
}
