using Microsoft.Extensions.Logging;
using PolicyBot.Storage;

namespace PolicyBot.Meetings.Calendars;

/// <summary>Where subscribed calendars lie, and how often they are looked at.</summary>
/// <param name="Places">Files, folders, and https addresses; <c>webcal</c> stands for https.</param>
/// <param name="Folder">Holds the copies of those on servers.</param>
public sealed record CalendarSubscriptions(IReadOnlyList<string> Places, string Folder, TimeSpan Every, long MaxBytes);

/// <summary>Takes subscribed calendars in again and again; one that fails is left alone longer each time, up to a day.</summary>
public sealed partial class SubscribedCalendars
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(1);

    private readonly CalendarSubscriptions _settings;
    private readonly IArchive _archive;
    private readonly Importer _importer;
    private readonly TimeProvider _time;
    private readonly ILogger _log;
    private readonly List<Place> _places;

    /// <param name="archive">Keeps how each look went.</param>
    public SubscribedCalendars(CalendarSubscriptions settings, HttpClient http, IArchive archive, Importer importer, TimeProvider time, ILogger log)
    {
        ArgumentNullException.ThrowIfNull(settings);
        (_settings, _archive, _importer, _time, _log) = (settings, archive, importer, time, log);
        _places = [.. settings.Places.Select((place, at) => new Place(at, place, Address(place) is { } address ? new(http, time, address, settings.Folder, settings.MaxBytes) : null))];
    }

    /// <summary>The address that a setting names; null for a path.</summary>
    public static Uri? Address(string place)
    {
        ArgumentNullException.ThrowIfNull(place);
        if (place.StartsWith("webcal://", StringComparison.OrdinalIgnoreCase)) place = "https://" + place["webcal://".Length..];
        return Uri.TryCreate(place, UriKind.Absolute, out var address) && address.Scheme is "https" or "http" ? address : null;
    }

    /// <summary>By which the archive knows a place: an address may carry a key, and is not told.</summary>
    public static string KeyOf(string place) => "calendar " + (Address(place) is { } address ? CalendarDownload.NameOf(address) : Path.GetFullPath(place));

    /// <summary>What people are shown of a place.</summary>
    public static string Name(string place) => Address(place) is { } address ? $"{address.Scheme}://{address.Authority}/…" : Path.GetFullPath(place);

    /// <summary>Looks at those whose time has come.</summary>
    /// <returns>Whether anything in the archive changed.</returns>
    public async Task<bool> PollAsync(CancellationToken cancellationToken)
    {
        var changed = false;
        foreach (var place in _places.Where(p => p.Next <= _time.GetUtcNow()))
        {
            var fetched = place.Download is { } download ? await download.FetchAsync(cancellationToken) : new Downloaded((string?)null);
            if (fetched.Fault is { } fault)
            {
                place.Failures++;
                Log.NotFetched(_log, place.Number, fault);
                await _archive.SavePlaceAsync(new(KeyOf(place.Name), _time.GetUtcNow(), $"Not read: {fault}."), [], [], cancellationToken);
            }
            else
            {
                place.Failures = 0;
                changed |= await ImportAsync(place, cancellationToken);
            }

            place.Next = _time.GetUtcNow() + Wait(place.Failures, fetched.Wait);
        }

        return changed;
    }

    private TimeSpan Wait(int failures, TimeSpan? wanted)
    {
        var wait = _settings.Every * Math.Pow(2, Math.Min(failures, 12));
        if (wait > LongestWait) wait = failures > 0 ? LongestWait : _settings.Every;
        return wanted is { } asked && asked > wait ? asked < LongestWait ? asked : LongestWait : wait;
    }

    /// <summary>Also what is unchanged: a series is worked out for the months around today.</summary>
    private async Task<bool> ImportAsync(Place place, CancellationToken cancellationToken)
    {
        var result = await _importer.ImportAsync([place.Download?.CopyPath ?? place.Name], null, cancellationToken);
        foreach (var refused in result.Rejected) Log.Refused(_log, place.Number, Path.GetFileName(refused.Path), refused.Reason);
        if (result.Stopped is { } stopped) Log.NotFetched(_log, place.Number, stopped);
        await NoteAsync(place, result, cancellationToken);
        return result.Imported + result.Updated > 0;
    }

    private Task NoteAsync(Place place, ImportResult result, CancellationToken cancellationToken)
    {
        var now = _time.GetUtcNow();
        // The name of a copy says nothing to anybody.
        var results = IntakeResults.Of(result, _ => true).ConvertAll(r => place.Download is { } download ? r with { Path = r.Path.Replace(download.CopyPath, Name(place.Name), StringComparison.Ordinal) } : r);
        return _archive.SavePlaceAsync(new(KeyOf(place.Name), now, result.Stopped), [new(Name(place.Name), "", 0, now, now, results)], [], cancellationToken);
    }

    private sealed class Place(int number, string name, CalendarDownload? download)
    {
        public int Number => number;

        public string Name => name;

        public CalendarDownload? Download => download;

        public int Failures { get; set; }

        public DateTimeOffset Next { get; set; }
    }

    /// <summary>Addresses carry keys: a calendar is called by its number in the settings.</summary>
    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "Meetings:Calendars:{Number} is not read, and tried again later: {Reason}")]
        public static partial void NotFetched(ILogger logger, int number, string reason);

        [LoggerMessage(LogLevel.Warning, "Meetings:Calendars:{Number}: {File} is refused: {Reason}")]
        public static partial void Refused(ILogger logger, int number, string file, string reason);
    }
}
