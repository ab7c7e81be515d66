namespace PolicyBot.Records.Documents;

/// <summary>A paragraph or a table, as it stands in a body, a cell, a note or a text box.</summary>
internal abstract record Block
{
    public abstract void WriteTo(DocumentText text);

    /// <summary>All its words on one line, for a cell of a row.</summary>
    public abstract string Flatten();
}

internal sealed record ParagraphBlock(string Text, TextPartKind? Kind) : Block
{
    public override void WriteTo(DocumentText text) => text.Add(Text, Kind);

    public override string Flatten() => Text.Trim();
}

internal sealed record TableBlock(List<List<List<Block>>> Rows) : Block
{
    /// <summary>A row in which one cell alone has words is no row: Korean releases lay out whole pages in tables of one cell.</summary>
    public override void WriteTo(DocumentText text)
    {
        foreach (var row in Rows)
        {
            var cells = row.ConvertAll(Flatten);
            if (cells.FindAll(c => c.Length > 0) is not [_]) text.AddRow(cells);
            else foreach (var block in row.SelectMany(cell => cell)) block.WriteTo(text);
        }
    }

    public override string Flatten() => string.Join(' ', Rows.SelectMany(row => row).Select(Flatten).Where(words => words.Length > 0));

    private static string Flatten(List<Block> cell) => string.Join(' ', cell.Select(b => b.Flatten()).Where(words => words.Length > 0));
}
