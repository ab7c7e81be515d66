using PolicyBot.Answers;
using PolicyBot.Concerns;
using PolicyBot.Digests;
using PolicyBot.Prompts;
using PolicyBot.Records;
using PolicyBot.Records.Documents;
using PolicyBot.Retrieval;
using PolicyBot.Settings;
using PolicyBot.Storage;
using PolicyBot.Storage.Sqlite;

namespace PolicyBot;

/// <summary>Everything a verb works with, opened when first asked for: most verbs need only a part.</summary>
internal sealed class Workplace(BotSettings settings, string folder, Clearance clearance, TimeProvider time) : IAsyncDisposable
{
    private Organisations? _organisations;
    private Topics? _topics;
    private IArchive? _archive;
    private PassageIndex? _index;
    private LanguageModel? _model;
    private PromptedProposer? _proposer;
    private bool _withoutModel;
    private readonly DenseView _vectors = new();
    private Embeddings? _embeddings;
    private VectorFile? _vectorFile;
    private VectorFollower? _vectorFollower;
    private DocumentReader? _documents;

    public BotSettings Settings => settings;

    /// <summary>Holds the store and the index.</summary>
    public string Folder => folder;

    public Clearance Clearance => clearance;

    public TimeProvider Time => time;

    public Organisations Organisations => _organisations ??= Organisations.Load(ProgramFolder.Resolve(settings["Records:Organisations"]));

    public Topics Topics => _topics ??= Topics.Load(ProgramFolder.Resolve(settings["Records:Topics"]));

    public IArchive Archive => _archive ??= Stores.OpenArchive(settings, folder, Organisations, time);

    public KoreanHolidays Holidays => new(settings.List("Holidays").Select(d => DateOnly.ParseExact(d, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)));

    public DateOnly Today => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(time.GetUtcNow(), settings.TimeZone).DateTime);

    public RecordReader Reader(DateOnly? published) => new(time, settings.MaxFileBytes) { UndatedPublished = published, Documents = _documents ??= new(DocumentReading.Program(), time, new()), Grades = settings.GradeRules };

    public MeetingReader Meetings => new(Organisations);

    public StatementReader Statements => new(Organisations, Topics);

    /// <param name="waiting">Told why an import waits.</param>
    public Importer Importer(DateOnly? published = null, Action<string>? waiting = null) => new(Archive, Reader(published), Meetings, Statements, time) { Proposer = Proposer, Waiting = waiting ?? (_ => { }) };

    /// <summary>Reads records a second time; null when that is off.</summary>
    public PromptedProposer? Proposer => settings.ModelReadsRecords && Model is { } model ? _proposer ??= new(model, settings.ModelClearance) : null;

    /// <summary>The slug of a topic named by its slug or in either language.</summary>
    public string FindTopic(string name) => FindTopicOrNull(name)
        ?? throw new WrongUseException($"There is no topic '{name}'. Topics: {string.Join(", ", Topics.All.Select(t => t.Slug))}. Choose one. / '{name}' 주제는 없습니다. 위 주제 가운데 하나를 쓰십시오.");

    public string? FindTopicOrNull(string name) =>
        Topics.All.FirstOrDefault(t => t.Slug.Equals(name, StringComparison.OrdinalIgnoreCase) || t.Korean == name || t.English.Equals(name, StringComparison.OrdinalIgnoreCase))?.Slug;

    /// <summary>The index, brought up to the store. While another process writes it, the state that process last committed.</summary>
    public async Task<PassageIndex> OpenIndexAsync(IProgress<IndexProgress>? progress, CancellationToken cancellationToken)
    {
        if (_index is not null) return _index;
        var place = Path.Combine(folder, "index");
        try
        {
            // Kept at once, so that it is closed with the rest when the following fails.
            _index = PassageIndex.Open(place);
            await new IndexFollower(Archive, _index, new PassageCutter(Organisations)).FollowAsync(progress, cancellationToken);
            return _index;
        }
        catch (PassageIndexException) when (PassageIndex.OpenReadOnly(place) is { } shared)
        {
            return _index = shared;
        }
    }

    /// <summary>What keeps the index up to the store from now on.</summary>
    public async Task<IndexFollower> OpenFollowerAsync(CancellationToken cancellationToken) =>
        new(Archive, await OpenIndexAsync(null, cancellationToken), new PassageCutter(Organisations));

    /// <summary>The index, and the vectors beside it where there are any.</summary>
    public async Task<IRetriever> OpenRetrieverAsync(IProgress<IndexProgress>? progress, CancellationToken cancellationToken)
    {
        var index = await OpenIndexAsync(progress, cancellationToken);
        if (OpenVectors() is null) return index;
        return new FusedRetriever(index, _vectors, _embeddings!);
    }

    /// <summary>What brings the vectors up to the archive; null without embeddings.</summary>
    public VectorFollower? OpenVectors()
    {
        if (_vectorFollower is not null || settings.Embeddings is not { } embeddings) return _vectorFollower;
        _embeddings = new(embeddings, time, reason => Warn("embeddings: " + reason));
        _vectorFile = VectorFile.Open(folder);
        _vectorFollower = new(Archive, new PassageCutter(Organisations), _embeddings, _vectorFile, _vectors, settings.EmbeddingsClearance, time);
        _vectorFollower.Load();
        return _vectorFollower;
    }

    public async Task<Answerer> OpenAnswererAsync(IProgress<IndexProgress>? progress, CancellationToken cancellationToken)
    {
        var retriever = await OpenRetrieverAsync(progress, cancellationToken);
        return new(new(Archive, retriever, Questions, time, settings.TimeZone), Model is { } model ? new(Archive, model, new(Organisations, Topics), settings.ModelClearance) : null);
    }

    /// <summary>Reads follow-ups with the model; null without one.</summary>
    public PromptedReading? Reading => Model is { } model ? new(model, Questions) : null;

    /// <summary>Sentences for the head of digests and briefs; null without a model.</summary>
    public TopLines? TopLines => Model is { } model ? new(model, new(Organisations, Topics), settings.ModelClearance) : null;

    /// <summary>Whose question it is, and that it is asked now.</summary>
    public Asker Console => new(["console"], time.GetTimestamp());

    public QuestionReader Questions => new(Organisations, Topics);

    /// <summary>Told why the model or the embeddings are of no use at present; answers go on without them.</summary>
    public Action<string> Warn { get; set; } = _ => { };

    private LanguageModel? Model
    {
        get
        {
            if (_model is not null || _withoutModel || settings.Model is not { } model) return _model;
            try
            {
                return _model = new(PromptLibrary.Load(ProgramFolder.Resolve("prompts")), model, time, settings.TimeZone, reason => Warn("model: " + reason));
            }
            catch (CatalogueException fault)
            {
                _withoutModel = true;
                Warn($"model: not used, its prompts are faulty / 프롬프트에 오류가 있어 쓰지 않음: {fault.Message}");
                return null;
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        _documents?.Dispose();
        _index?.Dispose();
        _model?.Dispose();
        _vectorFollower?.Dispose();
        _vectorFile?.Dispose();
        _embeddings?.Dispose();
        if (_archive is not null) await _archive.DisposeAsync();
    }
}
