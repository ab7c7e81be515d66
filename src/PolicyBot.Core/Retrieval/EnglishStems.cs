using Lucene.Net.Analysis;
using Lucene.Net.Analysis.En;
using Lucene.Net.Analysis.TokenAttributes;

namespace PolicyBot.Retrieval;

/// <summary>Porter's stems from Lucene, which offers them only as a filter over a stream: here a stream of one word at a time.</summary>
internal sealed class EnglishStems : IDisposable
{
    private readonly OneWord _word = new();
    private readonly PorterStemFilter _filter;

    public EnglishStems() => _filter = new(_word);

    public ReadOnlyMemory<char> Of(ReadOnlyMemory<char> word)
    {
        _word.Set(word.Span);
        _filter.IncrementToken();
        return _word.Holds(word.Span) ? word : _word.ToString().AsMemory();
    }

    public void Dispose() => _filter.Dispose();

    private sealed class OneWord : TokenStream
    {
        private readonly ICharTermAttribute _term;

        public OneWord() => _term = AddAttribute<ICharTermAttribute>();

        public void Set(ReadOnlySpan<char> word)
        {
            _term.ResizeBuffer(word.Length);
            word.CopyTo(_term.Buffer);
            _term.Length = word.Length;
        }

        public bool Holds(ReadOnlySpan<char> word) => word.SequenceEqual(_term.Buffer.AsSpan(0, _term.Length));

        public override bool IncrementToken() => true;

        public override string ToString() => new(_term.Buffer, 0, _term.Length);
    }
}
