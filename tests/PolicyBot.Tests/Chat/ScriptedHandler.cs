using PolicyBot.Chat;
using PolicyBot.Text;

namespace PolicyBot.Tests.Chat;

/// <summary>Answers every addressed message with its own words, unless told otherwise.</summary>
internal sealed class ScriptedHandler : IChatHandler, IEgress
{
    public Func<Reply, Reply> Gate { get; set; } = reply => reply;

    public Task<Reply> PassAsync(Reply reply, Delivery delivery, CancellationToken cancellationToken) => Task.FromResult(Gate(reply));

    public Reply PassStandIn(Reply reply, Delivery delivery) => Gate(reply);

    public Task<Reply?> StandInAsync(ChatMessage message, CancellationToken cancellationToken) => Task.FromResult(message.IsAddressed ? ChatSamples.Reply("잠시 뒤에") : null);

    public Func<ChatMessage, IProgress<Reply>, CancellationToken, Task<Handled>> Answer { get; set; } =
        (message, _, _) => Task.FromResult(new Handled { Replies = [new(ChatSamples.Reply("답: " + message.Text))] });

    public Task<Language?> ExpectsAnswerAsync(ChatMessage message, CancellationToken cancellationToken) =>
        Task.FromResult<Language?>(message.IsAddressed ? Language.Korean : null);

    public Task<Handled> HandleAsync(ChatMessage message, IProgress<Reply> interim, CancellationToken cancellationToken) => Answer(message, interim, cancellationToken);

    public Reply Apologise(ChatMessage message, Language language) => ChatSamples.Reply("죄송합니다");
}
