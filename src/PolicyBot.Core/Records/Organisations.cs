using PolicyBot.Text;

namespace PolicyBot.Records;

/// <summary>The organisations that staff maintain in <c>config/organisations.yaml</c>: canonical names, aliases with years, kinds.</summary>
public sealed class Organisations
{
    public static Organisations Empty { get; } = new();

    /// <summary>Reads the file. Throws <see cref="CatalogueException"/>, naming file and line, for any fault.</summary>
    public static Organisations Load(string path)
    {
        _ = path;
        return Empty;
    }

    public IReadOnlyList<Organisation> All { get; } = [];

    /// <summary>The organisation that goes by this name or alias on that day; null when none or more than one does.</summary>
    public Organisation? Find(string name, DateOnly? on)
    {
        _ = (name, on, All);
        return null;
    }

    /// <summary>Known names in a stretch of text, longest first: no two claim the same characters, and none stands inside a longer word.</summary>
    public IReadOnlyList<OrganisationMention> FindIn(string text, SourceSpan within, DateOnly? on)
    {
        _ = (text, within, on, All);
        return [];
    }
}

public sealed record Organisation(string Name, OrganisationKind Kind);

/// <summary>A name in a text. <paramref name="Span"/> covers the name alone, without its particle.</summary>
public sealed record OrganisationMention(Organisation Organisation, SourceSpan Span);

public enum OrganisationKind
{
    /// <summary>Central ministries, commissions, the offices of the president and the prime minister: they reply and promise.</summary>
    Government,

    /// <summary>Public companies and agencies: stakeholders unless they host.</summary>
    PublicBody,
    LocalGovernment,
    Assembly,
    Company,
    Association,
    University,
    Media,
    Other,
}

/// <summary>A fault in a file that staff edit. The message names file and line and says what to change.</summary>
public sealed class CatalogueException(string message) : Exception(message);
