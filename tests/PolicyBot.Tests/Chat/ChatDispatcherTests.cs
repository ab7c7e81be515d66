using Microsoft.Extensions.Time.Testing;
using PolicyBot.Chat;
using PolicyBot.Storage;
using PolicyBot.Tests.Storage;

namespace PolicyBot.Tests.Chat;

public sealed class ChatDispatcherTests : IAsyncDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly FakeTimeProvider _time = new(new(2025, 7, 24, 1, 0, 0, TimeSpan.Zero));
    private readonly ScriptedHandler _handler = new();
    private readonly JournalPlatform _platform;
    private readonly ChatProcess _process;

    public ChatDispatcherTests()
    {
        _platform = new(_time);
        _process = Start();
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_answer_takes_the_place_of_the_sign_of_work()
    {
        await _process.StartAsync(Token);
        var go = new TaskCompletionSource();
        var answer = _handler.Answer;
        _handler.Answer = async (message, interim, token) =>
        {
            await go.Task.WaitAsync(Clockwork.Longest, CancellationToken.None);
            return await answer(message, interim, token);
        };

        await TakeInAsync(ChatSamples.Question("1", "하나|둘"));
        await _time.UntilAsync(() => _platform.Shown is ["…"]);
        go.SetResult();
        await _time.UntilAsync(() => _platform.Shown.Count == 2);

        Assert.Equal(["답: 하나", "둘"], _platform.Shown);
        Assert.Equal([false, true, false], _platform.Journal.Select(p => p.IsEdit));
        Assert.Equal([false, false, true], _platform.Journal.Select(p => p.IsFurther));
    }

    [Fact]
    public async Task A_store_that_is_away_in_the_middle_is_told_once_and_costs_no_answer()
    {
        await _process.StartAsync(Token);
        var (away, answer) = (2, _handler.Answer);
        _handler.Answer = (message, interim, token) => away-- > 0 ? throw new ArchiveException("The database is away.") { IsPassing = true } : answer(message, interim, token);

        await TakeInAsync(ChatSamples.Question("1", "하나"));
        await _time.UntilAsync(() => _platform.Shown.Contains("답: 하나"));

        Assert.Equal(["답: 하나", "잠시 뒤에"], _platform.Shown.Order());
        Assert.Single(_platform.Journal, p => p.Body == "잠시 뒤에");
    }

    [Fact]
    public async Task A_question_that_the_store_never_answers_in_time_is_given_up()
    {
        await _process.StartAsync(Token);
        _handler.Answer = (_, _, _) => throw new ArchiveException("The database does not answer.", new TimeoutException()) { IsPassing = true };

        await TakeInAsync(ChatSamples.Question("1", "하나"));

        await _time.UntilAsync(() => _platform.Shown.Contains("죄송합니다"));
    }

    [Fact]
    public async Task Whoever_waits_for_his_turn_is_shown_that_he_was_heard_and_answered_once()
    {
        await _process.StartAsync(Token);
        var go = new TaskCompletionSource();
        var answer = _handler.Answer;
        _handler.Answer = async (message, interim, token) =>
        {
            await go.Task.WaitAsync(Clockwork.Longest, CancellationToken.None);
            return await answer(message, interim, token);
        };

        for (var n = 0; n < 12; n++) await TakeInAsync(ChatSamples.Question($"{n}", $"{n}", user: $"U{n}"));
        await _time.UntilAsync(() => _platform.Shown.Count == 12);
        Assert.All(_platform.Shown, s => Assert.Equal("…", s));
        go.SetResult();
        await _time.UntilAsync(() => _platform.Shown.Count(s => s.StartsWith('답')) == 12);

        Assert.Equal(12, _platform.Shown.Count);
    }

    [Fact]
    public async Task A_first_part_of_the_answer_is_shown_until_the_whole_is_there()
    {
        await _process.StartAsync(Token);
        var go = new TaskCompletionSource();
        _handler.Answer = async (_, interim, _) =>
        {
            interim.Report(ChatSamples.Reply("처음"));
            await go.Task.WaitAsync(Clockwork.Longest, CancellationToken.None);
            return new() { Replies = [new(ChatSamples.Reply("모두"))] };
        };

        await TakeInAsync(ChatSamples.Question("1"));
        await _time.UntilAsync(() => _platform.Shown is ["처음"]);
        go.SetResult();
        await _time.UntilAsync(() => _platform.Shown is ["모두"]);
    }

    [Fact]
    public async Task Words_that_are_not_for_the_bot_leave_no_trace()
    {
        await _process.StartAsync(Token);
        _handler.Answer = (message, _, _) => Task.FromResult(message.IsAddressed ? new Handled { Replies = [new(ChatSamples.Reply("예"))] } : Handled.Silence);

        await TakeInAsync(ChatSamples.Question("1") with { IsAddressed = false });
        await TakeInAsync(ChatSamples.Question("2"));
        await _time.UntilAsync(() => _platform.Shown is ["예"]);

        Assert.DoesNotContain(_platform.Journal, p => p.Key.StartsWith("test/1/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_failure_is_told_logged_once_with_its_key_and_not_tried_again()
    {
        await _process.StartAsync(Token);
        _handler.Answer = (_, _, _) => throw new InvalidOperationException("broken");

        await TakeInAsync(ChatSamples.Question("k7"));
        await _time.UntilAsync(() => _platform.Shown is ["죄송합니다"]);

        Assert.Contains("test/k7", Assert.Single(_process.Log.Lines), StringComparison.Ordinal);
        Assert.Equal(1, (await _process.Store.MeasureAsync(Token)).Failed);
    }

    [Fact]
    public async Task A_handler_that_never_ends_is_left_at_the_deadline()
    {
        await _process.StartAsync(Token);
        _handler.Answer = (_, _, _) => new TaskCompletionSource<Handled>().Task;

        await TakeInAsync(ChatSamples.Question("1"));
        await _time.UntilAsync(() => _platform.Shown is ["죄송합니다"], TimeSpan.FromSeconds(1));
    }

    [Fact]
    public async Task Everything_that_is_said_passes_the_gate_first_parts_and_apologies_too()
    {
        await _process.StartAsync(Token);
        _handler.Gate = reply => reply with { Text = reply.Text.Replace("비밀", "○○", StringComparison.Ordinal) };
        var go = new TaskCompletionSource();
        _handler.Answer = async (message, interim, _) =>
        {
            interim.Report(ChatSamples.Reply("비밀 처음"));
            await go.Task.WaitAsync(Clockwork.Longest, CancellationToken.None);
            return message.Text == "깨짐" ? throw new InvalidOperationException() : new() { Replies = [new(ChatSamples.Reply("비밀 모두"))] };
        };

        await TakeInAsync(ChatSamples.Question("1"));
        await TakeInAsync(ChatSamples.Question("2", "깨짐", user: "U2", channel: "C2"));
        await _time.UntilAsync(() => _platform.Journal.Count(p => p.Body == "○○ 처음") == 2);
        go.SetResult();
        await _time.UntilAsync(() => _platform.Shown.Order(StringComparer.Ordinal).SequenceEqual(["○○ 모두", "죄송합니다"]));
    }

    [Fact]
    public async Task A_gate_that_fails_lets_nothing_out()
    {
        await _process.StartAsync(Token);
        _handler.Gate = _ => throw new InvalidOperationException("broken");

        await TakeInAsync(ChatSamples.Question("1"));
        await _time.UntilAsync(() => _process.Store.MeasureAsync(Token).Result.Failed == 1);

        Assert.DoesNotContain(_platform.Journal, p => p.Body.StartsWith('답'));
    }

    [Fact]
    public async Task A_question_that_is_deleted_meanwhile_is_not_answered()
    {
        await _process.StartAsync(Token);
        var (begun, go) = (new TaskCompletionSource(), new TaskCompletionSource());
        _handler.Answer = async (message, _, _) =>
        {
            begun.TrySetResult();
            await go.Task.WaitAsync(Clockwork.Longest, CancellationToken.None);
            return new() { Replies = [new(ChatSamples.Reply("비밀 " + message.Text))] };
        };

        await TakeInAsync(ChatSamples.Question("1"));
        await begun.Task.WaitAsync(Clockwork.Longest, Token);
        await TakeInAsync(ChatSamples.Question("1-gone") with { Kind = ChatMessageKind.Deleted, MessageId = "m-1" });
        go.SetResult();
        await _time.UntilAsync(() => _platform.Shown is [var shown] && shown.Contains("지워져", StringComparison.Ordinal));

        Assert.DoesNotContain(_platform.Journal, p => p.Body.StartsWith("비밀", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_question_that_is_edited_meanwhile_is_answered_by_its_new_words()
    {
        await _process.StartAsync(Token);
        var (begun, go, answer) = (new TaskCompletionSource(), new TaskCompletionSource(), _handler.Answer);
        _handler.Answer = async (message, interim, token) =>
        {
            begun.TrySetResult();
            await go.Task.WaitAsync(Clockwork.Longest, CancellationToken.None);
            return await answer(message, interim, token);
        };

        await TakeInAsync(ChatSamples.Question("1", "옛말"));
        await begun.Task.WaitAsync(Clockwork.Longest, Token);
        await TakeInAsync(ChatSamples.Question("1-new", "새말") with { Kind = ChatMessageKind.Edited, MessageId = "m-1" });
        go.SetResult();
        await _time.UntilAsync(() => _platform.Shown is ["답: 새말"]);

        Assert.DoesNotContain(_platform.Journal, p => p.Body == "답: 옛말");
    }

    [Fact]
    public async Task Nobody_waits_for_the_questions_of_somebody_else()
    {
        var go = new TaskCompletionSource();
        var answer = _handler.Answer;
        _handler.Answer = async (message, interim, token) =>
        {
            if (message.User.Id == "flood") await go.Task.WaitAsync(Clockwork.Longest, CancellationToken.None);
            return await answer(message, interim, token);
        };
        for (var n = 0; n < 50; n++) await TakeInAsync(ChatSamples.Question($"f{n}", user: "flood", channel: "C2"));
        await TakeInAsync(ChatSamples.Question("1", "나", user: "other"));

        await _process.StartAsync(Token);

        await _time.UntilAsync(() => _platform.Shown.Contains("답: 나"));
        go.SetResult();
        await _time.UntilAsync(() => _platform.Shown.Count == 51);
    }

    [Fact]
    public async Task Whoever_asks_more_than_he_may_is_told_and_no_sign_of_work_is_left()
    {
        await using var limited = new ChatProcess(_folder.Path, _platform, _handler, _time, limits: new(2, 0));
        for (var n = 0; n < 12; n++) await limited.Store.TakeInAsync(ChatSamples.Question($"f{n}", user: "flood", channel: "C2"), null, Token);
        await limited.Store.TakeInAsync(ChatSamples.Question("1", "나", user: "other"), null, Token);

        await limited.StartAsync(Token);

        await _time.UntilAsync(() => _platform.Shown.Contains("답: 나") && _platform.Shown.Count(s => s.StartsWith('답')) == 3 && _platform.Shown.Any(s => s.Contains("1분 뒤", StringComparison.Ordinal)));
        await _time.UntilAsync(() => limited.Store.MeasureAsync(Token).GetAwaiter().GetResult() is { Waiting: 0, ToSend: 0 });
        Assert.Equal(3, _platform.Shown.Count(s => s.StartsWith('답')));
        Assert.DoesNotContain("…", _platform.Shown);
    }

    [Fact]
    public async Task Only_what_will_be_answered_is_shown_to_have_been_heard_while_it_waits()
    {
        await using var limited = new ChatProcess(_folder.Path, _platform, _handler, _time, limits: new(2, 0));
        var release = new TaskCompletionSource();
        _handler.Answer = async (message, _, token) =>
        {
            await release.Task.WaitAsync(TimeSpan.FromSeconds(60), token);
            return new() { Replies = [new(ChatSamples.Reply($"답: {message.Text}"))] };
        };
        for (var n = 0; n < 6; n++) await limited.Store.TakeInAsync(ChatSamples.Question($"f{n}", user: "flood"), null, Token);
        foreach (var key in (string[])["o0", "o1"]) await limited.Store.TakeInAsync(ChatSamples.Question(key, user: "other"), null, Token);
        await limited.StartAsync(Token);

        // One channel keeps its order: what is shown for the last message comes after all that is shown for those before it.
        await _time.UntilAsync(() => _platform.Journal.Any(p => p.Key.Contains("/o1/", StringComparison.Ordinal)));
        var heard = _platform.Journal.Count;
        release.SetResult();

        await _time.UntilAsync(() => limited.Store.MeasureAsync(Token).GetAwaiter().GetResult() is { Waiting: 0, ToSend: 0 });
        Assert.Equal(4, heard);
        Assert.Equal(4, _platform.Shown.Count(s => s.StartsWith('답')));
        Assert.Single(_platform.Shown, s => s.Contains("1분 뒤", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_message_that_ends_the_process_again_and_again_is_given_up()
    {
        var message = ChatSamples.Question("1");
        await TakeInAsync(message);
        for (var n = 0; n < 3; n++) await _process.Store.BeginAsync(1, null, Token);

        await _process.StartAsync(Token);

        await _time.UntilAsync(() => _platform.Shown is ["죄송합니다"]);
    }

    [Fact]
    public async Task An_answer_that_goes_elsewhere_leaves_no_sign_of_work_behind()
    {
        await _process.StartAsync(Token);
        _handler.Answer = (_, _, _) => Task.FromResult(new Handled { Replies = [new(ChatSamples.Reply("저기"), new Delivery { Conversation = ChatSamples.Channel("C9") })] });

        await TakeInAsync(ChatSamples.Question("1"));

        await _time.UntilAsync(() => _platform.Shown.Order(StringComparer.Ordinal).SequenceEqual(["저기", "처리했습니다."]));
    }

    [Fact]
    public async Task What_is_in_hand_at_the_stop_is_answered_by_the_next_process()
    {
        await _process.StartAsync(Token);
        var begun = new TaskCompletionSource();
        _handler.Answer = (_, _, token) =>
        {
            begun.TrySetResult();
            return Task.Delay(Timeout.Infinite, token).ContinueWith(_ => Handled.Silence, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        };
        await TakeInAsync(ChatSamples.Question("1", "남은 것"));
        await begun.Task.WaitAsync(Clockwork.Longest, Token);
        var stopped = _process.StopAsync(Token);
        await _time.UntilAsync(() => stopped.IsCompleted);
        await stopped;

        _handler.Answer = new ScriptedHandler().Answer;
        await using var next = Start();
        await next.StartAsync(Token);

        await _time.UntilAsync(() => _platform.Shown is ["답: 남은 것"]);
    }

    public async ValueTask DisposeAsync()
    {
        await _process.DisposeAsync();
        _folder.Dispose();
    }

    private ChatProcess Start() => new(_folder.Path, _platform, _handler, _time);

    private Task<bool> TakeInAsync(ChatMessage message) => _process.Store.TakeInAsync(message, null, Token);
}
