namespace PolicyBot.Chat;

/// <summary>What every reply passes on its way out.</summary>
public interface IEgress
{
    /// <summary>The reply as it may be said there, or what is said in its place.</summary>
    Task<Reply> PassAsync(Reply reply, Delivery delivery, CancellationToken cancellationToken);
}
