using System.Text;
using PolicyBot.Records.Reading;

namespace PolicyBot.Records.Documents;

/// <summary>
/// Puts a word processor's document together while its parts come in: paragraphs, tables, and what hangs on a paragraph (text boxes, notes, tables), which follows it. What is complete goes into the text at once.
/// </summary>
internal sealed class FlowBuilder
{
    /// <summary>Real documents nest a handful of tables and boxes.</summary>
    private const int MaxDepth = 64;

    private readonly DocumentText _text;
    private readonly Stack<Frame> _frames = new();

    public FlowBuilder(DocumentText text)
    {
        _text = text;
        _frames.Push(new(null));
    }

    /// <summary>The body, a cell, a note or a text box.</summary>
    private sealed class Frame(TableBlock? table)
    {
        public TableBlock? Table => table;

        public List<Block> Blocks { get; } = [];

        public StringBuilder? Paragraph { get; set; }

        public TextPartKind? Kind { get; set; }

        public List<Block> Hanging { get; } = [];
    }

    public void BeginParagraph(TextPartKind? kind = null)
    {
        EndParagraph();
        _frames.Peek().Paragraph = new();
        _frames.Peek().Kind = kind;
    }

    public void SetKind(TextPartKind kind) => _frames.Peek().Kind = kind;

    public void Append(ReadOnlySpan<char> words) => (_frames.Peek().Paragraph ??= new()).Append(words);

    public void EndParagraph()
    {
        var frame = _frames.Peek();
        if (frame.Paragraph is null) return;
        if (frame.Paragraph.Length > 0) frame.Blocks.Add(new ParagraphBlock(frame.Paragraph.ToString(), frame.Kind));
        frame.Blocks.AddRange(frame.Hanging);
        frame.Hanging.Clear();
        (frame.Paragraph, frame.Kind) = (null, null);
        if (_frames.Count > 1) return;
        foreach (var block in frame.Blocks) block.WriteTo(_text);
        frame.Blocks.Clear();
    }

    public void BeginTable() => Push(new([]));

    public void BeginRow() => (_frames.Peek().Table ?? throw Misplaced()).Rows.Add([]);

    public void BeginCell()
    {
        if (_frames.Peek().Table is not { } table) throw Misplaced();
        if (table.Rows.Count == 0) table.Rows.Add([]);
        Push(null);
    }

    public void EndCell()
    {
        var cell = Pop();
        if (_frames.Peek().Table is not { Rows: [.., var row] }) throw Misplaced();
        row.Add(cell.Blocks);
    }

    /// <summary>What stands in the table outside its cells is its caption, and goes before it.</summary>
    public void EndTable()
    {
        if (Pop() is not { Table: { } table } frame) throw Misplaced();
        Hang([.. frame.Blocks, table]);
    }

    /// <summary>A text box, a caption, a note, or what is to be thrown away.</summary>
    public void BeginAside() => Push(null);

    /// <param name="mark">Stands before the first paragraph, such as a note's number.</param>
    public void EndAside(string mark = "")
    {
        var aside = Pop();
        if (mark.Length > 0 && aside.Blocks is [ParagraphBlock first, ..]) aside.Blocks[0] = first with { Text = mark + first.Text.TrimStart() };
        Hang(aside.Blocks);
    }

    public void Discard() => Pop();

    private void Hang(List<Block> blocks)
    {
        var frame = _frames.Peek();
        if (frame.Paragraph is not null)
        {
            frame.Hanging.AddRange(blocks);
            return;
        }

        frame.Paragraph = new();
        frame.Hanging.AddRange(blocks);
        EndParagraph();
    }

    private void Push(TableBlock? table)
    {
        if (_frames.Count > MaxDepth) throw new UnreadableRecordException($"Its tables and boxes nest deeper than {MaxDepth} levels. Save the text alone and import that. / 표와 글상자가 {MaxDepth}단계보다 깊이 겹쳐 있습니다. 글만 따로 저장해 가져오십시오.");
        _frames.Push(new(table));
    }

    private Frame Pop()
    {
        EndParagraph();
        if (_frames.Count == 1) throw Misplaced();
        return _frames.Pop();
    }

    private static InvalidDataException Misplaced() => new("a table, cell or box ends that never began");
}
