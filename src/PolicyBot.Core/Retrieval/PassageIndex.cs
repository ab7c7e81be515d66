using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Store;
using Lucene.Net.Util;
using PolicyBot.Records;
using PolicyBot.Telemetry;
using Directory = Lucene.Net.Store.Directory;
using Lock = System.Threading.Lock;

namespace PolicyBot.Retrieval;

/// <summary>The search index in a folder of its own: derived from the store, as of the change that <see cref="Sequence"/> names. One writer; any number of readers beside it.</summary>
public sealed class PassageIndex : IRetriever, IDisposable
{
    /// <summary>Changes with what is written; an index of another format counts as absent.</summary>
    internal const string Format = "5";

    private const double BufferMegabytes = 32;
    private const int MostOfRecord = 10_000;

    private readonly Lock _writing = new();
    private readonly PassageDocument _documents = new();
    private readonly PassageSearch _search = new();
    private readonly Directory _directory;
    private readonly IndexWriter? _writer;
    private readonly SearcherManager _searchers;

    /// <summary>The records written since the index was empty; null once it has been committed.</summary>
    private HashSet<string>? _filled;

    private PassageIndex(Directory directory, IndexWriter? writer)
    {
        (_directory, _writer) = (directory, writer);
        _searchers = new(directory, null);
        _filled = writer?.MaxDoc == 0 ? new(StringComparer.Ordinal) : null;
    }

    /// <summary>Opens the index for writing; one that is absent, damaged or of another format starts empty, with no <see cref="Sequence"/>.</summary>
    public static PassageIndex Open(string folder)
    {
        System.IO.Directory.CreateDirectory(folder);
        var directory = new MMapDirectory(folder);
        try
        {
            return new(directory, OpenWriter(directory));
        }
        catch (LockObtainFailedException e)
        {
            directory.Dispose();
            throw new PassageIndexException($"The search index in {folder} is being written by another process. Stop that worker, or give this one another data folder.", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            directory.Dispose();
            throw new PassageIndexException($"The search index in {folder} cannot be written: {e.Message} Check the folder's rights and free space, or delete it: it is rebuilt from the store.", e);
        }
    }

    /// <summary>Opens what the last commit left, beside a worker that may be writing; null when there is nothing usable.</summary>
    public static PassageIndex? OpenReadOnly(string folder)
    {
        if (!System.IO.Directory.Exists(folder)) return null;
        var directory = new MMapDirectory(folder);
        if (IndexCommits.IsUsable(directory, thoroughly: false)) return new(directory, null);
        directory.Dispose();
        return null;
    }

    /// <summary>The store's change up to which the index is complete; null when it has to be rebuilt.</summary>
    public long? Sequence => IndexCommits.SequenceOf(_directory);

    public int Count => Searching(s => s.IndexReader.NumDocs);

    /// <summary>How many passages may be shown at this clearance.</summary>
    public int CountVisible(Clearance clearance) => Searching(s => PassageFilters.CountVisible(s, clearance));

    /// <summary>Puts these in the place of all passages of the record. Found only after <see cref="Commit"/>.</summary>
    public void Replace(RecordId record, IEnumerable<Passage> passages)
    {
        ArgumentNullException.ThrowIfNull(record);
        var documents = passages.Select((p, i) => _documents.Of(p, i));
        lock (_writing)
        {
            // While an index is filled for the first time nothing can be there to replace, and looking for it would take a third of the time.
            if (_filled?.Add(record.Value) == true) Writer.AddDocuments(documents);
            else Writer.UpdateDocuments(TermOf(record), documents);
        }
    }

    public void Remove(RecordId record)
    {
        ArgumentNullException.ThrowIfNull(record);
        lock (_writing) Writer.DeleteDocuments(TermOf(record));
    }

    /// <summary>Empties the index, to be filled again from the store.</summary>
    public void Clear()
    {
        lock (_writing)
        {
            Writer.DeleteAll();
            _filled = new(StringComparer.Ordinal);
        }
    }

    /// <summary>Makes all changes durable and visible, as complete up to this change of the store.</summary>
    public void Commit(long sequence)
    {
        lock (_writing)
        {
            Writer.SetCommitData(IndexCommits.Data(sequence));
            Writer.Commit();
            _filled = null;
        }

        _searchers.MaybeRefreshBlocking();
    }

    public Task<IReadOnlyList<FoundPassage>> FindPassagesAsync(Query query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        cancellationToken.ThrowIfCancellationRequested();
        using var retrieving = Measures.Stage("retrieve");
        if (_writer is null) _searchers.MaybeRefresh();
        return Task.FromResult(Searching(s => _search.Find(s.IndexReader, query)));
    }

    /// <summary>Those of these passages that are there and may be shown.</summary>
    public IReadOnlyList<Passage> Read(IReadOnlyList<(RecordId Record, PassageId Id)> wanted, Clearance clearance)
    {
        ArgumentNullException.ThrowIfNull(wanted);
        return Searching(s => wanted.GroupBy(w => w.Record, w => w.Id).SelectMany(record => ReadRecord(s, record.Key).Where(p => record.Contains(p.Id) && clearance.Allows(p.Grade, p.Group))).ToList());
    }

    /// <summary>Drops what was not committed.</summary>
    public void Dispose()
    {
        _searchers.Dispose();
        _writer?.Rollback();
        _documents.Dispose();
        _directory.Dispose();
    }

    private IndexWriter Writer => _writer ?? throw new InvalidOperationException("The index was opened for reading only.");

    private static IEnumerable<Passage> ReadRecord(IndexSearcher searcher, RecordId record) =>
        searcher.Search(new ConstantScoreQuery(new TermQuery(TermOf(record))), MostOfRecord).ScoreDocs.Select(d => PassageDocument.Read(searcher.IndexReader, d.Doc));

    private static Term TermOf(RecordId record) => new(PassageFields.Record, record.Value);

    private static IndexWriter OpenWriter(Directory directory)
    {
        var usable = IndexCommits.IsUsable(directory, thoroughly: true);
        if (!usable) IndexCommits.Delete(directory);
        var writer = new IndexWriter(directory, new IndexWriterConfig(LuceneVersion.LUCENE_48, null)
        {
            OpenMode = usable ? OpenMode.APPEND : OpenMode.CREATE,
            RAMBufferSizeMB = BufferMegabytes,
            Similarity = PassageSearch.Lengths,
        });
        if (!usable) writer.Commit();
        return writer;
    }

    private T Searching<T>(Func<IndexSearcher, T> find)
    {
        var searcher = _searchers.Acquire();
        try
        {
            return find(searcher);
        }
        finally
        {
            _searchers.Release(searcher);
        }
    }
}
