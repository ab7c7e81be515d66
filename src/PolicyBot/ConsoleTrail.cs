using PolicyBot.Answers;
using PolicyBot.Chat;
using PolicyBot.Records;
using PolicyBot.Retrieval;
using PolicyBot.Text;
using PolicyBot.Text.Personal;

namespace PolicyBot;

/// <summary>What leaves by the console stands in the audit trail as what leaves by a chat does. Noted before it is shown: what cannot be noted does not leave.</summary>
/// <param name="time">The real clock, whatever day the workplace pretends.</param>
internal sealed class ConsoleTrail(Workplace workplace, TimeProvider time) : IAsyncDisposable
{
    private IChatStore? _store;

    /// <param name="way">By which verb or in the chat: <c>ask</c>, <c>export</c>, <c>chat</c>.</param>
    public async Task NoteAsync(string way, Answer answer, CancellationToken cancellationToken)
    {
        // What was refused was not looked for either: it may be as long as a book.
        int? withheld = answer.Status == AnswerStatus.Refused ? null : await WithheldRecords.CountAsync(await workplace.OpenIndexAsync(null, cancellationToken), answer.Question, workplace.Clearance, cancellationToken);
        var said = new StringWriter();
        AnswerText.Write(answer, said);
        await NoteAsync(
            way, answer.Citations.Select(c => c.RecordId), answer.By == AnswerSource.Model ? workplace.Settings["Model:Name"] : "", TextHash.Of(answer.Question), said.ToString(),
            answer.Status == AnswerStatus.Refused ? EgressDecision.Refused : null, withheld, cancellationToken);
    }

    /// <param name="said">All of it; only its hash is kept.</param>
    public async Task NoteExportAsync(IEnumerable<RecordId> records, string said, CancellationToken cancellationToken)
    {
        var (all, visible) = (await workplace.Archive.MeasureAsync(Clearance.Everything, cancellationToken), await workplace.Archive.MeasureAsync(workplace.Clearance, cancellationToken));
        await NoteAsync("export", records, "", "", said, null, all.Records - visible.Records, cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        if (_store is not null) await _store.DisposeAsync();
    }

    private async Task NoteAsync(string way, IEnumerable<RecordId> records, string model, string question, string said, EgressDecision? decision, int? withheld, CancellationToken cancellationToken)
    {
        _store ??= Stores.OpenChat(workplace.Settings, workplace.Folder, time);
        var rights = (await _store.ReadAccessAsync(cancellationToken)).Version;
        decision ??= said.Contains(PersonalData.Hidden, StringComparison.Ordinal) ? EgressDecision.Masked : EgressDecision.Passed;
        await _store.AppendAsync(
            new("console", $"console/{way}", rights, [.. records.Select(r => r.Value).Distinct(StringComparer.Ordinal)], model, question, TextHash.Of(said), decision.Value) { Withheld = withheld },
            cancellationToken);
    }
}
