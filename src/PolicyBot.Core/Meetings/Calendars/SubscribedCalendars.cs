using System.Text.Json;
using System.Text.Json.Serialization;
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

    /// <summary>Looks at those whose time has come; what fails at one of them keeps nobody from the others.</summary>
    /// <returns>Whether anything in the archive changed.</returns>
    public async Task<bool> PollAsync(CancellationToken cancellationToken)
    {
        var changed = false;
        foreach (var place in await DueAsync(cancellationToken))
        {
            // Before anything is asked: whatever goes wrong from here on, nobody is asked again at once.
            place.Next = _time.GetUtcNow() + _settings.Every;
            try
            {
                changed |= await PollAsync(place, cancellationToken);
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                Log.Failed(_log, place.Number, fault);
            }
        }

        return changed;
    }

    /// <summary>Of servers the store tells when they were asked, so that a restart, or another worker, asks no sooner. A clock that was set back silences nobody.</summary>
    private async Task<List<Place>> DueAsync(CancellationToken cancellationToken)
    {
        var now = _time.GetUtcNow();
        var known = (await _archive.ListPlacesAsync(cancellationToken)).ToDictionary(p => p.Address, StringComparer.Ordinal);
        return _places.FindAll(place => place.Next <= now && (place.Download is null || !known.TryGetValue(KeyOf(place.Name), out var last) || last.Looked > now || NextOf(place, last) <= now));
    }

    private DateTimeOffset NextOf(Place place, WatchedPlace last)
    {
        var state = last.State is { } kept ? JsonSerializer.Deserialize(kept, ServerJson.Default.ServerState)! : new(0, null);
        place.Failures = state.Failures;
        return last.Looked + Wait(state.Failures, state.Wait);
    }

    private async Task<bool> PollAsync(Place place, CancellationToken cancellationToken)
    {
        var fetched = place.Download is { } download ? await download.FetchAsync(cancellationToken) : new Downloaded((string?)null);
        place.Failures = fetched.Fault is null ? 0 : place.Failures + 1;
        place.Next = _time.GetUtcNow() + Wait(place.Failures, fetched.Wait);
        if (fetched.Fault is not { } fault) return await ImportAsync(place, cancellationToken);
        Log.NotFetched(_log, place.Number, fault);
        var state = JsonSerializer.Serialize(new(place.Failures, fetched.Wait), ServerJson.Default.ServerState);
        await _archive.SavePlaceAsync(new(KeyOf(place.Name), _time.GetUtcNow(), $"Not read: {fault}.", state), [], [], cancellationToken);
        return false;
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

        [LoggerMessage(LogLevel.Error, "Meetings:Calendars:{Number} could not be taken in; trying again")]
        public static partial void Failed(ILogger logger, int number, Exception fault);
    }
}

/// <param name="Wait">How long the server wanted to be left alone.</param>
internal sealed record ServerState(int Failures, TimeSpan? Wait);

[JsonSerializable(typeof(ServerState))]
internal sealed partial class ServerJson : JsonSerializerContext;
