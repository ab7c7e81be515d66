using System.Globalization;
using PolicyBot.Text;

namespace PolicyBot.Records.Telling;

/// <summary>The meetings found so far in one record; decides whether a mention tells of one of them or of a new one.</summary>
internal sealed class MeetingDrafts(string text)
{
    private readonly List<MeetingDraft> _drafts = [];

    public IReadOnlyList<MeetingDraft> All => _drafts;

    /// <summary>The meeting that the text is telling of at the moment.</summary>
    public MeetingDraft? Current { get; private set; }

    public void Add(MeetingDraft draft)
    {
        _drafts.Add(draft);
        Current = draft;
    }

    public MeetingDraft? Take(MeetingMention mention, bool caption)
    {
        var draft = Find(mention, caption);
        if (draft is null && !IsSubstantial(mention)) return null;
        if (draft is null) _drafts.Add(draft = new() { Status = mention.Status, FromCaption = caption });
        Fill(draft, mention);
        draft.Tell(mention.Span, text);
        if (!caption) Current = draft;
        return draft;
    }

    /// <summary>The last meeting whose place the words name: "A사에서는 … 말을 들었고".</summary>
    public MeetingDraft? AtPlace(string place) => _drafts.FindLast(d => d.Place == place);

    private MeetingDraft? Find(MeetingMention mention, bool caption)
    {
        if (mention.Series is { } series) return _drafts.Find(d => d.Series == series);
        if (mention.MovedFrom is { } from) return _drafts.Find(d => (d.MovedFrom ?? d.Date) == from && d.Status != MeetingStatus.Cancelled && FitHosts(d, mention) && FitKinds(d, mention)) ?? _drafts.Find(d => d.Dated && mention.Dated && SameDay(d, mention) && Fits(d, mention));
        if (!mention.Dated)
        {
            var here = mention.Place is { } place ? _drafts.FindLast(d => d.Series is null && PlaceNames.Alike(d.Place, place)) : null;
            if (here is not null || Current is null || caption) return here;
            return mention.Status == Current.Status && Fits(Current, mention) || mention.Status == MeetingStatus.Held && mention.Hosts.Count == 0 && mention.Place is null ? Current : null;
        }

        return _drafts.Find(d => d.Dated && SameDay(d, mention) && Fits(d, mention))
            ?? _drafts.Find(d => IsOldDay(d, mention) && Fits(d, mention))
            ?? (caption ? null : _drafts.Find(d => !d.Dated && !d.Undatable && d.Series is null && d == Current && d.Status == mention.Status && Fits(d, mention)));
    }

    private static bool SameDay(MeetingDraft draft, MeetingMention mention) =>
        draft.Date is null && mention.Date is null ? draft.DateWords == mention.DateWords : draft.Date == mention.Date;

    /// <summary>Behind the new day a bare 29일 counts in its month: it is still the old one.</summary>
    private static bool IsOldDay(MeetingDraft draft, MeetingMention mention) => draft.MovedFrom is { } old
        && (old == mention.Date || (old.Day == mention.Date?.Day && mention.DateWords?.StartsWith(string.Create(CultureInfo.InvariantCulture, $"{old.Day}일"), StringComparison.Ordinal) == true));

    private static bool Fits(MeetingDraft draft, MeetingMention mention)
    {
        if (draft.Half is { } half && mention.Half is { } other && half != other) return false;
        if (draft.Place is not null && mention.Place is not null && !PlaceNames.Alike(draft.Place, mention.Place)) return false;
        return draft.Series is null && FitHosts(draft, mention);
    }

    /// <summary>Two meetings of one day are told apart by what they are: a forum that is called off is not the hearing that moves.</summary>
    private static bool FitKinds(MeetingDraft draft, MeetingMention mention) => draft.Kind is null || mention.Kind is null || draft.Kind.Equals(mention.Kind, StringComparison.OrdinalIgnoreCase);

    private static bool FitHosts(MeetingDraft draft, MeetingMention mention) =>
        draft.Hosts.Count == 0 || mention.Hosts.Count == 0 || draft.Hosts.Any(a => mention.Hosts.Any(b => MayBeSame(a, b)));

    /// <summary>A minister and a ministry may be one host; two ministries may not.</summary>
    private static bool MayBeSame(Party a, Party b) =>
        a.Organisation is null || b.Organisation is null || a.Organisation == b.Organisation || a.Person is not null != b.Person is not null || PlaceNames.Alike(a.Organisation, b.Organisation);

    private static bool IsSubstantial(MeetingMention mention) =>
        mention.Dated || mention.Series is not null || mention.Undatable || mention.Strong || (mention.Kind is not null && (mention.Hosts.Count > 0 || mention.Place is not null));

    private static void Fill(MeetingDraft draft, MeetingMention mention)
    {
        if (mention.MovedFrom is { } from && draft.MovedFrom is null)
        {
            (draft.MovedFrom, draft.Date, draft.Time) = (from, mention.Date, mention.Time);
            draft.Status = mention.Status;
        }

        draft.Dated |= mention.Dated;
        draft.DateWords ??= mention.DateWords;
        // What is told of the old day is no hour of the new one.
        if (IsOldDay(draft, mention)) mention = mention with { Half = null, Time = null };
        if (!draft.Undatable) draft.Date ??= mention.Date;
        draft.Half ??= mention.Half;
        draft.Time ??= mention.Time;
        draft.Series ??= mention.Series;
        draft.Undatable |= mention.Undatable;
        draft.Name ??= mention.Name;
        draft.Called ??= mention.Called;
        draft.Kind ??= mention.Kind;
        if (draft.Place is null || mention.Place is { } place && place.Length > draft.Place.Length && draft.FromCaption) draft.Place = mention.Place ?? draft.Place;
        if (mention.Status == MeetingStatus.Cancelled) draft.Status = mention.Status;
        draft.AddHosts(mention.Hosts.Where(h => !draft.Hosts.Any(d => Covers(d, h))));
    }

    private static bool Covers(Party known, Party other) =>
        other.Person is null && other.Role is null && other.Organisation is not null && known.Organisation is not null && PlaceNames.Alike(known.Organisation, other.Organisation);
}
