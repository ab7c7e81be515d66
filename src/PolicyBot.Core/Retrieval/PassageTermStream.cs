using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;
using PolicyBot.Text;

namespace PolicyBot.Retrieval;

/// <summary>Hands <see cref="PassageTerms"/> to the index writer, one text after another on the same buffers.</summary>
internal sealed class PassageTermStream : TokenStream
{
    private readonly PassageTerms _terms = new();
    private readonly List<ReadOnlyMemory<char>> _waiting = [];
    private readonly ICharTermAttribute _term;
    private string _text = "";
    private int _position;
    private int _lastEnd;
    private int _next;

    public PassageTermStream() => _term = AddAttribute<ICharTermAttribute>();

    public PassageTermStream Of(string text)
    {
        _text = Normalizer.Fold(text);
        return this;
    }

    public override void Reset()
    {
        base.Reset();
        _waiting.Clear();
        (_position, _lastEnd, _next) = (0, -1, 0);
    }

    public override bool IncrementToken()
    {
        while (_next == _waiting.Count)
        {
            _waiting.Clear();
            _next = 0;
            if (_position >= _text.Length) return false;
            if (Tokens.Next(_text, ref _position, ref _lastEnd) is { } token) _terms.Add(_text, token, _waiting);
        }

        ClearAttributes();
        var term = _waiting[_next++].Span;
        _term.SetEmpty().Length = 0;
        _term.ResizeBuffer(term.Length);
        term.CopyTo(_term.Buffer);
        _term.Length = term.Length;
        return true;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) _terms.Dispose();
        base.Dispose(disposing);
    }
}
