namespace PolicyBot.Evaluation;

public sealed class SharedDataTests
{
    [Fact]
    public void The_labelled_examples_can_be_read()
    {
        Assert.NotEmpty(File.ReadLines(SharedData.Path("attribution-examples.dev.jsonl")));
    }
}
