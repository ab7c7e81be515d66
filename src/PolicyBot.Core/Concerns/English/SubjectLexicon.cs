using System.Collections.Frozen;

namespace PolicyBot.Concerns.English;

/// <summary>Small words around a subject.</summary>
internal static class SubjectLexicon
{
    /// <summary>Before a subject: joining words that change nothing in who it is.</summary>
    public static readonly FrozenSet<string> Openers = Lexicon.Words("""
        elsewhere online offline overseas abroad nearby outside inside locally nationally regionally globally worldwide nationwide privately publicly anonymously
        and but or also then so yet however meanwhile later next first second third finally lastly moreover furthermore besides still again now today yesterday separately
        additionally similarly likewise overall conversely while whereas although though because as earlier afterwards consequently therefore thus only both even
        """);

    /// <summary>Behind a subject and before its verb.</summary>
    public static readonly FrozenSet<string> Adverbs = Lexicon.Words("""
        also then later still again repeatedly strongly firmly openly clearly bluntly frankly quickly immediately jointly together all both further once even only just
        too now promptly earlier afterwards meanwhile however therefore in turn unanimously collectively separately simply briefly duly finally loudly rightly politely
        nevertheless nonetheless instead particularly especially explicitly largely mostly broadly generally themselves himself herself itself on wednesday monday tuesday thursday friday
        saturday sunday yesterday today his her their side part first second next quietly vigorously urgently formally publicly
        """);

    public static readonly FrozenSet<string> HeadEnds = Lexicon.Words("""
        of from at in on with who whom whose which that for representing attending present during after under between among speaking joining taking including about by near to
        around across outside inside within based such led like as
        """);

    /// <summary>Words behind the noun of a subject that are not its head.</summary>
    public static readonly FrozenSet<string> Trailers = Lexicon.Words("present attending there here alike themselves also then both all each together too later again in");

    public static readonly FrozenSet<string> IndustryWords = Lexicon.Words("""
        trade industry industrial business business's employers merchants farmers student students patients workers union company corporate centre center student tenants residents consumer consumers firm firms makers factory bank labour labor trade-union association
        """);
}
