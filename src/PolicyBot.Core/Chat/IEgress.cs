namespace PolicyBot.Chat;

/// <summary>What every reply passes on its way out.</summary>
public interface IEgress
{
    /// <summary>The reply as it may be said there, or what is said in its place.</summary>
    Task<Reply> PassAsync(Reply reply, Delivery delivery, CancellationToken cancellationToken);

    /// <summary>The same while the store is away, for a reply whose records were chosen for that place by the index. The account of it is written when the store is back.</summary>
    Reply PassStandIn(Reply reply, Delivery delivery);
}
