using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Moq;
using PolicyBot.Chat;

namespace PolicyBot.Tests.Chat;

/// <summary>A worker's own idea of its term, by the running clock of its machine.</summary>
public sealed class LeaseTests : IDisposable
{
    private readonly FakeTimeProvider _time = new(new(2025, 7, 24, 1, 0, 0, TimeSpan.Zero));
    private readonly Mock<IChatStore> _store = new();
    private readonly Lease _lease;
    private long _number = 1;

    public LeaseTests()
    {
        _store.SetupGet(s => s.IsShared).Returns(true);
        _store.Setup(s => s.RenewAsync(It.IsAny<WorkerCard>(), It.IsAny<TimeSpan>(), It.IsAny<TimeSpan>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync(() => new LeaseTerm(_number, _time.GetUtcNow()));
        _store.Setup(s => s.ClaimAsync(It.IsAny<string>(), It.IsAny<CancellationToken>())).ReturnsAsync(true);
        _lease = new(_store.Object, new("test", "1"), _time, NullLogger<Lease>.Instance);
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_term_that_is_not_renewed_is_over_before_the_stores_own_end_of_it()
    {
        await _lease.StartAsync(Token);
        Assert.True(_lease.IsHeld);
        var term = _lease.Term;
        Break();

        _time.Advance(Lease.Length - TimeSpan.FromSeconds(1));

        Assert.False(_lease.IsHeld);
        Assert.True(term.IsCancellationRequested);
    }

    [Fact]
    public async Task Work_that_one_worker_does_alone_is_told_when_it_is_anothers_and_begun_anew_later()
    {
        await _lease.StartAsync(Token);
        var begun = 0;
        var held = _lease.HoldAsync("gateway", async token =>
        {
            begun++;
            await Task.Delay(Timeout.Infinite, token);
        }, Token);
        await _time.UntilAsync(() => begun == 1);

        _number = 2;
        await _time.UntilAsync(() => begun == 2);

        Assert.False(held.IsCompleted);
    }

    [Fact]
    public async Task Where_one_store_has_one_worker_everything_is_held_for_good()
    {
        _store.SetupGet(s => s.IsShared).Returns(false);
        await _lease.StartAsync(Token);
        _time.Advance(TimeSpan.FromDays(1));

        Assert.True(_lease.IsHeld);
        Assert.False(_lease.Term.IsCancellationRequested);
        _store.Verify(s => s.RenewAsync(It.IsAny<WorkerCard>(), It.IsAny<TimeSpan>(), It.IsAny<TimeSpan>(), It.IsAny<CancellationToken>()), Times.Never);
    }

    [Fact]
    public void A_machine_whose_clock_is_wrong_goes_by_the_stores()
    {
        var time = new StoreTime(_time);
        time.Follow(_time.GetUtcNow() - TimeSpan.FromHours(1));

        Assert.Equal(_time.GetUtcNow() - TimeSpan.FromHours(1), time.GetUtcNow());
        Assert.Equal(TimeSpan.FromHours(1), time.Ahead);
        // What the network takes is no reason to set a clock.
        time.Follow(_time.GetUtcNow() - TimeSpan.FromHours(1) - TimeSpan.FromMilliseconds(100));
        Assert.Equal(TimeSpan.FromHours(1), time.Ahead);
    }

    public void Dispose() => _lease.Dispose();

    private void Break() => _store.Setup(s => s.RenewAsync(It.IsAny<WorkerCard>(), It.IsAny<TimeSpan>(), It.IsAny<TimeSpan>(), It.IsAny<CancellationToken>())).ThrowsAsync(new IOException("cut"));
}
