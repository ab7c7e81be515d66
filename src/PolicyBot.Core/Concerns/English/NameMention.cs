using PolicyBot.Records;

namespace PolicyBot.Concerns.English;

/// <summary>A proper name in a row of tokens, tokens <c>From</c> to <c>To</c> (exclusive), title included.</summary>
/// <param name="Name">First token of the name without its title.</param>
internal sealed record NameMention(bool IsPerson, int From, int Name, int To, OrganisationKind? Catalogue = null);
