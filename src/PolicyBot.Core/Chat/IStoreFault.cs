namespace PolicyBot.Chat;

/// <summary>An exception by which a store tells that it could not be read or written.</summary>
public interface IStoreFault
{
    /// <summary>Whether it may work again without anybody doing anything about the program or its settings, as when a server is started anew.</summary>
    bool IsPassing { get; }
}
