using PolicyBot.Text;

namespace PolicyBot.Records;

/// <summary>One way of writing an organisation's name, with the days on which it means that organisation.</summary>
/// <param name="OwnDates">The days are given for this way of writing, not for the organisation as a whole.</param>
/// <param name="CommonWord">Also an ordinary word, such as 토스: a name only beside a title, a list mark or 측.</param>
internal sealed record OrganisationName(string Written, Organisation Organisation, DateOnly? From, DateOnly? To, bool OwnDates, bool CommonWord)
{
    /// <summary>Without spaces and in lower case, as names are compared.</summary>
    public string Folded { get; } = Phrase.Fold(Written);

    /// <summary>Where a space may stand: in a long name between any syllables, 한국 전력 공사.</summary>
    public ulong Spaces { get; } = Phrase.SpacesIn(Written, anywhere: Written.Count(Hangul.IsSyllable) >= 5);

    /// <summary>Short capitals such as KT or NIA are names only as such; "nia" is not.</summary>
    public bool ExactCase { get; } = Written.Length <= 5 && Written.All(char.IsAsciiLetterUpper);

    public bool HoldsOn(DateOnly day) => (From is not { } from || from <= day) && (To is not { } to || day <= to);

    public bool Meets(OrganisationName other) =>
        (From is null || other.To is null || From <= other.To) && (other.From is null || To is null || other.From <= To);
}
