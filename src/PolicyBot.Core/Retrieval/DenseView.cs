using System.Runtime.InteropServices;
using PolicyBot.Records;

namespace PolicyBot.Retrieval;

/// <summary>A passage's vector, and what decides whether it may be shown.</summary>
/// <param name="Day">The meeting's day, else the record's publication.</param>
public sealed record PassageVector(RecordId RecordId, PassageId Id, Grade Grade, string? Group, DateOnly? Day, ReadOnlyMemory<sbyte> Cells);

/// <summary>All vectors in memory, compared one by one: no structure to build, nothing missed, and quick enough for hundreds of thousands.</summary>
public sealed class DenseView
{
    private const int RowsInBlock = 4096;

    private readonly Lock _lock = new();
    private readonly List<sbyte[]> _blocks = [];
    private readonly List<Row> _rows = [];
    private readonly Dictionary<RecordId, List<int>> _byRecord = [];
    private readonly Stack<int> _free = [];
    private int _dimension;

    public int Count => _rows.Count - _free.Count;

    public void Clear()
    {
        lock (_lock)
        {
            _blocks.Clear();
            _rows.Clear();
            _byRecord.Clear();
            _free.Clear();
            _dimension = 0;
        }
    }

    /// <summary>Puts these in the place of all vectors of the record.</summary>
    public void Replace(RecordId record, IReadOnlyList<PassageVector> vectors)
    {
        ArgumentNullException.ThrowIfNull(vectors);
        lock (_lock)
        {
            if (_byRecord.Remove(record, out var old))
                foreach (var row in old)
                {
                    _rows[row] = default;
                    _free.Push(row);
                }

            if (vectors.Count > 0) _byRecord[record] = [.. vectors.Select(Add)];
        }
    }

    /// <summary>The nearest that may be shown, best first; rights and days decide before nearness does. Empty for a vector of another length.</summary>
    public IReadOnlyList<PassageVector> FindNearest(ReadOnlySpan<float> question, Query query, int top)
    {
        ArgumentNullException.ThrowIfNull(query);
        var asked = ByteVector.Of(question);
        var best = new PriorityQueue<int, float>();
        lock (_lock)
        {
            if (asked.Length != _dimension) return [];
            var rows = CollectionsMarshal.AsSpan(_rows);
            for (var i = 0; i < rows.Length; i++)
            {
                if (rows[i].Vector is null || !MayShow(rows[i].Vector, query)) continue;
                var near = ByteVector.Dot(asked, rows[i].Vector.Cells.Span) * rows[i].InverseLength;
                if (best.Count < top) best.Enqueue(i, near);
                else if (best.TryPeek(out _, out var worst) && near > worst) best.EnqueueDequeue(i, near);
            }

            var found = new PassageVector[best.Count];
            for (var i = found.Length - 1; i >= 0; i--) found[i] = _rows[best.Dequeue()].Vector;
            return found;
        }
    }

    private static bool MayShow(PassageVector vector, Query query) =>
        query.Clearance.Allows(vector.Grade, vector.Group) && (query.From is null || vector.Day >= query.From) && (query.To is null || vector.Day <= query.To);

    /// <summary>Its cells move into a block: so many small arrays would cost the collector more than the search.</summary>
    private int Add(PassageVector vector)
    {
        if (_dimension == 0) _dimension = vector.Cells.Length;
        var at = _free.Count > 0 ? _free.Pop() : _rows.Count;
        if (at == _rows.Count) _rows.Add(default);
        if (at / RowsInBlock == _blocks.Count) _blocks.Add(new sbyte[RowsInBlock * _dimension]);
        var cells = _blocks[at / RowsInBlock].AsMemory(at % RowsInBlock * _dimension, _dimension);
        vector.Cells.CopyTo(cells);
        _rows[at] = new(vector with { Cells = cells }, ByteVector.InverseLength(cells.Span));
        return at;
    }

    private readonly record struct Row(PassageVector Vector, float InverseLength);
}
