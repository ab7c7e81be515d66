using PolicyBot.Chat;
using PolicyBot.Text;

namespace PolicyBot.Benchmarks.Chat;

/// <summary>Answers nothing: what is measured speaks by itself.</summary>
internal sealed class Silence : IChatHandler
{
    public Task<Language?> ExpectsAnswerAsync(ChatMessage message, CancellationToken cancellationToken) => Task.FromResult<Language?>(null);

    public Task<Handled> HandleAsync(ChatMessage message, IProgress<Reply> interim, CancellationToken cancellationToken) => Task.FromResult(Handled.Silence);

    public Task<Reply?> StandInAsync(ChatMessage message, CancellationToken cancellationToken) => Task.FromResult<Reply?>(null);

    public Reply Apologise(ChatMessage message, Language language) => new() { Language = language };
}
