using PolicyBot.Concerns;
using PolicyBot.Records;
using Record = PolicyBot.Records.Record;

namespace PolicyBot.Evaluation;

/// <summary>A record read by the rules with the shipped catalogues, as an import would read it.</summary>
internal sealed record Reading(Record Record, IReadOnlyList<Meeting> Meetings, IReadOnlyList<Statement> Statements)
{
    private static readonly Organisations Organisations = Organisations.Load(Path.Combine(SharedData.Config, "organisations.yaml"));
    private static readonly Topics Topics = Topics.Load(Path.Combine(SharedData.Config, "topics.yaml"));

    public IEnumerable<Statement> Asks => Statements.Where(s => s.Kind is StatementKind.Concern or StatementKind.Request);

    public IEnumerable<Statement> NamedAsks => Asks.Where(s => s.Attribution.Level >= AttributionLevel.Organisation);

    public static Reading Of(string path) => Of(new RecordReader(TimeProvider.System).Read(path, TestContext.Current.CancellationToken).Single());

    public static Reading Of(string text, string name, DateOnly published) => Of(RecordReader.ReadText(text, name, published));

    public string Words(Statement statement) => statement.Span.Of(Record.Text);

    private static Reading Of(ReadResult read)
    {
        Assert.Null(read.Refusal);
        var record = read.Record!;
        var meetings = new MeetingReader(Organisations).Read(record);
        return new(record, meetings, new StatementReader(Organisations, Topics).Read(record, meetings));
    }
}
