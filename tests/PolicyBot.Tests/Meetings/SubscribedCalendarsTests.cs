using System.Net;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using PolicyBot.Concerns;
using PolicyBot.Meetings.Calendars;
using PolicyBot.Records;
using PolicyBot.Records.Documents;
using PolicyBot.Storage;
using PolicyBot.Storage.Sqlite;
using PolicyBot.Tests.Storage;

namespace PolicyBot.Tests.Meetings;

/// <summary>A calendar on a server on loopback, looked at every half hour from 1 October 2025 on.</summary>
public sealed class SubscribedCalendarsTests : IAsyncLifetime
{
    private const string Calendar = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nX-WR-CALNAME:팀\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTART:20251020T140000\r\nSUMMARY:간담회\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";

    private readonly TemporaryFolder _folder = new();
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2025, 10, 1, 1, 0, 0, TimeSpan.Zero));
    private readonly HttpListener _server = new();
    private readonly List<(string? Tag, string? Since)> _asked = [];
    private readonly HttpClient _http = new();
    private DocumentReader _documents = null!;
    private SqliteArchive _archive = null!;
    private Action<HttpListenerResponse> _answer = Serve(Calendar);
    private string _address = "";
    private Task _serving = Task.CompletedTask;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_is_fetched_once_and_then_only_asked_whether_it_changed()
    {
        var calendars = Subscribe(_address);

        Assert.True(await calendars.PollAsync(Token));
        Assert.False(await calendars.PollAsync(Token));
        Assert.Single(_asked);
        _answer = r => r.StatusCode = 304;
        _time.Advance(TimeSpan.FromMinutes(30));
        Assert.False(await calendars.PollAsync(Token));

        Assert.Equal([(null, null), ("\"v1\"", "Wed, 24 Sep 2025 00:00:00 GMT")], _asked);
        Assert.Equal("간담회", Assert.Single(await MeetingsAsync()).Title);
    }

    [Fact]
    public async Task What_is_remembered_of_the_server_outlives_a_restart()
    {
        await Subscribe(_address).PollAsync(Token);
        await Subscribe(_address).PollAsync(Token);
        Assert.Single(_asked);
        _time.Advance(TimeSpan.FromMinutes(30));
        await Subscribe(_address).PollAsync(Token);

        Assert.Equal("\"v1\"", _asked[1].Tag);
    }

    [Fact]
    public async Task A_server_that_fails_is_left_alone_longer_each_time_and_the_copy_stays()
    {
        var calendars = Subscribe(_address);
        await calendars.PollAsync(Token);
        _answer = r => r.StatusCode = 500;
        for (var hour = 0; hour < 48; hour++)
        {
            _time.Advance(TimeSpan.FromMinutes(30));
            await calendars.PollAsync(Token);
        }

        // After half an hour, then waits of 1, 2, 4, 8 hours: one more falls due at 15.5 of 24 hours.
        Assert.Equal(1 + 5, _asked.Count);
        Assert.Single(await MeetingsAsync());
    }

    [Fact]
    public async Task A_server_that_asks_for_patience_gets_it()
    {
        var calendars = Subscribe(_address);
        _answer = r =>
        {
            r.StatusCode = 429;
            r.Headers["Retry-After"] = "7200";
        };
        await calendars.PollAsync(Token);
        _time.Advance(TimeSpan.FromMinutes(119));
        await calendars.PollAsync(Token);
        Assert.Single(_asked);
        _time.Advance(TimeSpan.FromMinutes(2));
        await calendars.PollAsync(Token);

        Assert.Equal(2, _asked.Count);
    }

    [Fact]
    public async Task The_patience_that_a_server_asked_for_outlives_a_restart()
    {
        _answer = r =>
        {
            r.StatusCode = 503;
            r.Headers["Retry-After"] = "7200";
        };
        await Subscribe(_address).PollAsync(Token);
        _time.Advance(TimeSpan.FromMinutes(119));
        await Subscribe(_address).PollAsync(Token);
        Assert.Single(_asked);
        _time.Advance(TimeSpan.FromMinutes(2));
        await Subscribe(_address).PollAsync(Token);

        Assert.Equal(2, _asked.Count);
    }

    [Fact]
    public async Task A_fault_behind_the_fetching_asks_the_server_no_sooner_and_skips_no_other_calendar()
    {
        var file = _folder.Write("watched/own.ics", Calendar.Replace("UID:1", "UID:2", StringComparison.Ordinal).Replace("간담회", "우리 회의", StringComparison.Ordinal));
        var faults = 1;
        var calendars = Subscribe(_address, folder: Path.GetDirectoryName(file), passing: step =>
        {
            if (step == ImportStep.Understood && faults-- > 0) throw new InvalidOperationException("A fault of ours.");
        });

        Assert.True(await calendars.PollAsync(Token));
        Assert.Equal("우리 회의", Assert.Single(await MeetingsAsync()).Title);
        _time.Advance(TimeSpan.FromMinutes(29));
        await calendars.PollAsync(Token);
        Assert.Single(_asked);
        _time.Advance(TimeSpan.FromMinutes(1));
        _answer = r => r.StatusCode = 304;
        await calendars.PollAsync(Token);

        Assert.Equal((2, 2), (_asked.Count, (await MeetingsAsync()).Count));
    }

    [Fact]
    public async Task A_clock_that_was_set_back_silences_no_calendar()
    {
        await Subscribe(_address).PollAsync(Token);
        var before = new FakeTimeProvider(_time.GetUtcNow().AddDays(-30));
        await Subscribe(_address, time: before).PollAsync(Token);

        Assert.Equal(2, _asked.Count);
    }

    [Theory]
    [InlineData("<html>sign in</html>")]
    [InlineData("huge")]
    public async Task What_is_no_calendar_or_too_large_replaces_nothing(string body)
    {
        var calendars = Subscribe(_address, maxBytes: 10_000);
        await calendars.PollAsync(Token);
        _answer = Serve(body == "huge" ? Calendar + new string(' ', 20_000) : body);
        _time.Advance(TimeSpan.FromMinutes(30));
        await calendars.PollAsync(Token);

        Assert.Single(await MeetingsAsync());
        Assert.Equal(Calendar, await File.ReadAllTextAsync(Assert.Single(Directory.GetFiles(Path.Combine(_folder.Path, "calendars"), "*.ics")), Token));
    }

    [Fact]
    public async Task A_changed_calendar_supersedes_its_old_version_and_a_folder_is_watched_too()
    {
        var file = _folder.Write("watched/own.ics", Calendar.Replace("UID:1", "UID:2", StringComparison.Ordinal).Replace("간담회", "우리 회의", StringComparison.Ordinal));
        var calendars = Subscribe(_address, folder: Path.GetDirectoryName(file));
        await calendars.PollAsync(Token);
        _answer = Serve(Calendar.Replace("20251020", "20251021", StringComparison.Ordinal));
        _time.Advance(TimeSpan.FromMinutes(30));
        Assert.True(await calendars.PollAsync(Token));

        Assert.Equal(["2025-10-20 우리 회의", "2025-10-21 간담회"], (await MeetingsAsync()).Select(m => $"{m.Date} {m.Title}"));
    }

    [Fact]
    public async Task How_the_last_look_went_is_kept_with_every_event_that_was_refused_and_without_the_address()
    {
        var key = _address + "private-1234/basic.ics";
        _answer = Serve(Calendar.Replace("END:VCALENDAR", "BEGIN:VEVENT\r\nUID:2\r\nSUMMARY:언제\r\nEND:VEVENT\r\nEND:VCALENDAR", StringComparison.Ordinal));
        var calendars = Subscribe(key);
        await calendars.PollAsync(Token);

        Assert.Single(await MeetingsAsync());
        var place = Assert.Single(await _archive.ListPlacesAsync(Token));
        Assert.Equal((SubscribedCalendars.KeyOf(key), (string?)null), (place.Address, place.Fault));
        var results = Assert.Single(await _archive.ListSeenAsync(place.Address, Token)).Results;
        Assert.Equal([IntakeOutcome.Imported, IntakeOutcome.Refused], results.Select(r => r.Outcome));
        Assert.Contains("no start", results[1].Detail, StringComparison.Ordinal);
        Assert.DoesNotContain("private-1234", $"{place} {string.Join(' ', results)}", StringComparison.Ordinal);

        _answer = r => r.StatusCode = 404;
        _time.Advance(TimeSpan.FromMinutes(30));
        await calendars.PollAsync(Token);
        Assert.Contains("404", Assert.Single(await _archive.ListPlacesAsync(Token)).Fault, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("webcal://example.org/a.ics", "https://example.org/a.ics")]
    [InlineData("https://example.org/a.ics", "https://example.org/a.ics")]
    [InlineData("/etc/calendars", null)]
    [InlineData("ftp://example.org/a.ics", null)]
    public void Addresses_are_told_from_paths(string place, string? address) => Assert.Equal(address, SubscribedCalendars.Address(place)?.AbsoluteUri);

    [Fact]
    public void Nothing_of_an_address_but_its_host_is_shown() => Assert.Equal("https://example.org:8443/…", SubscribedCalendars.Name("https://user:word@example.org:8443/key/team.ics"));

    public ValueTask InitializeAsync()
    {
        var organisations = Organisations.Empty;
        _archive = SqliteArchive.Open(_folder.Path, organisations, _time);
        _documents = new(PolicyBot.DocumentReading.Program(), TimeProvider.System, new());
        // A free port: one that was just let go.
        using (var probe = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0))
        {
            probe.Start();
            _address = $"http://localhost:{((IPEndPoint)probe.LocalEndpoint).Port}/";
        }

        _server.Prefixes.Add(_address);
        _server.Start();
        _serving = ServeAsync();
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        _server.Close();
        await _serving;
        _http.Dispose();
        _documents.Dispose();
        await _archive.DisposeAsync();
        _folder.Dispose();
    }

    private static Action<HttpListenerResponse> Serve(string body) => response =>
    {
        response.Headers["ETag"] = "\"v1\"";
        response.Headers["Last-Modified"] = "Wed, 24 Sep 2025 00:00:00 GMT";
        response.OutputStream.Write(System.Text.Encoding.UTF8.GetBytes(body));
    };

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                var context = await _server.GetContextAsync();
                _asked.Add((context.Request.Headers["If-None-Match"], context.Request.Headers["If-Modified-Since"]));
                _answer(context.Response);
                context.Response.Close();
            }
        }
        catch (Exception fault) when (fault is HttpListenerException or ObjectDisposedException)
        {
            // Closed.
        }
    }

    private SubscribedCalendars Subscribe(string address, string? folder = null, long maxBytes = 1_000_000, Action<ImportStep>? passing = null, TimeProvider? time = null)
    {
        var organisations = Organisations.Empty;
        var importer = new Importer(_archive, new(_time) { Documents = _documents }, new(organisations), new StatementReader(organisations, Topics.Load(Path.Combine(SharedData.Config, "topics.yaml"))), _time);
        if (passing is not null) importer.Passing = passing;
        return new(new(folder is null ? [address] : [address, folder], Path.Combine(_folder.Path, "calendars"), TimeSpan.FromMinutes(30), maxBytes), _http, _archive, importer, time ?? _time, NullLogger.Instance);
    }

    private Task<IReadOnlyList<Meeting>> MeetingsAsync() => _archive.FindMeetingsAsync(new() { Clearance = Grade.Sensitive }, Token);
}
