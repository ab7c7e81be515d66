namespace PolicyBot.Chat;

/// <summary>Which of several workers on one store does what. Each lives as long as it renews its term, by the store's clock; what it writes after that is refused.</summary>
public interface IWorkers
{
    /// <summary>False where one store has one worker: then everything is granted and nothing runs out.</summary>
    bool IsShared { get; }

    /// <summary>Makes the term last so long from now on. Under a new number when the old one had run out: what was held under that is held no more.</summary>
    /// <param name="clockAhead">How far this worker's clock is before the store's, for an operator to see.</param>
    Task<LeaseTerm> RenewAsync(WorkerCard card, TimeSpan length, TimeSpan clockAhead, CancellationToken cancellationToken);

    /// <summary>Ends the term: others take over at once.</summary>
    Task ResignAsync(CancellationToken cancellationToken);

    /// <summary>Whether it is this worker's from now on, until released or until the term runs out.</summary>
    Task<bool> ClaimAsync(string what, CancellationToken cancellationToken);

    Task ReleaseAsync(string what, CancellationToken cancellationToken);

    /// <summary>Takes the messages of workers that ended into this one's inbox, and tells the reader of lanes which are nobody's.</summary>
    Task AdoptAsync(CancellationToken cancellationToken);

    /// <summary>The workers that live.</summary>
    Task<IReadOnlyList<WorkerStatus>> ListWorkersAsync(CancellationToken cancellationToken);
}

/// <param name="Name">Machine and process, for people.</param>
public sealed record WorkerCard(string Name, string Version);

/// <param name="Number">Higher than that of every term before it.</param>
/// <param name="Clock">What the store's clock said.</param>
public sealed record LeaseTerm(long Number, DateTimeOffset Clock);

/// <param name="Holds">Lanes, and what only one worker does.</param>
public sealed record WorkerStatus(long Number, string Name, string Version, TimeSpan ClockAhead, IReadOnlyList<string> Holds);
