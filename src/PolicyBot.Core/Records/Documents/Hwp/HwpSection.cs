using System.Buffers.Binary;

namespace PolicyBot.Records.Documents.Hwp;

/// <summary>
/// The records of one section, told apart by level alone: a control stands one level below its paragraph, what it holds one below that; a list's header and its paragraphs stand side by side.
/// </summary>
internal sealed class HwpSection(FlowBuilder flow)
{
    private const int RowOffset = 10;

    private readonly Stack<Open> _open = new();
    private int _notes;

    /// <summary>A control, a cell or a caption whose records are still coming in.</summary>
    /// <param name="Level">Twice the level of a control; one less than twice the level of a list, which its header and its paragraphs share.</param>
    private sealed record Open(int Level, Action End)
    {
        public bool IsTable { get; init; }

        public bool HasCells { get; set; }

        public int Row { get; set; } = -1;

        public bool IsList => Level % 2 != 0;
    }

    public void Read(byte[] section)
    {
        foreach (var record in HwpRecord.Split(section)) Take(record);
        Close(int.MinValue);
        flow.EndParagraph();
    }

    private void Take(HwpRecord record)
    {
        Close(record.Level * 2);
        switch (record.Tag)
        {
            case HwpRecord.ParagraphHeader: flow.BeginParagraph(); break;
            case HwpRecord.ParagraphText: HwpText.Append(flow, record.Data.Span); break;
            case HwpRecord.ControlHeader: BeginControl(record); break;
            case HwpRecord.Table when _open.TryPeek(out var table): table.HasCells = true; break;
            case HwpRecord.ListHeader: BeginList(record); break;
        }
    }

    private void Close(int level)
    {
        while (_open.TryPeek(out var top) && top.Level >= level)
        {
            _open.Pop();
            top.End();
        }
    }

    private void BeginControl(HwpRecord record)
    {
        var level = record.Level * 2;
        switch (HwpText.ControlName(record.Data.Span))
        {
            case "tbl ":
                flow.BeginTable();
                _open.Push(new(level, flow.EndTable) { IsTable = true });
                break;
            case "fn  " or "en  ":
                flow.BeginAside();
                _open.Push(new(level, () => flow.EndAside($"{++_notes}) ")));
                break;
            // Headers, footers, hidden comments, the section's own master pages; fields, whose memos hang on them.
            case "head" or "foot" or "tcmt" or "secd" or ['%', ..]:
                flow.BeginAside();
                _open.Push(new(level, flow.Discard));
                break;
            default:
                flow.BeginAside();
                _open.Push(new(level, () => flow.EndAside()));
                break;
        }
    }

    private void BeginList(HwpRecord record)
    {
        var level = (record.Level * 2) - 1;
        if (_open.TryPeek(out var last) && last.IsList && last.Level == level) Close(level);
        if (!_open.TryPeek(out var table) || !table.IsTable) return;
        if (!table.HasCells || record.Data.Length < RowOffset + 2)
        {
            flow.BeginAside();
            _open.Push(new(level, () => flow.EndAside()));
            return;
        }

        var row = BinaryPrimitives.ReadUInt16LittleEndian(record.Data.Span[RowOffset..]);
        if (row != table.Row) flow.BeginRow();
        table.Row = row;
        flow.BeginCell();
        _open.Push(new(level, flow.EndCell));
    }
}
