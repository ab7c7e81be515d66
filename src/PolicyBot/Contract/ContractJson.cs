using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using PolicyBot.Answers;
using PolicyBot.Concerns;
using PolicyBot.Concerns.Evaluation;
using PolicyBot.Meetings;
using PolicyBot.Records;
using PolicyBot.Retrieval.Evaluation;
using PolicyBot.Storage;

namespace PolicyBot.Contract;

/// <summary>camelCase names, ISO 8601 dates, enum words in snake_case, Korean readable rather than escaped.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters =
    [
        typeof(Snake<AnswerSource>), typeof(Snake<AnswerStatus>), typeof(Snake<AttributionLevel>), typeof(Snake<CommitmentState>), typeof(Snake<LedgerStatus>),
        typeof(Snake<Grade>), typeof(Snake<IntakeOutcome>), typeof(Snake<MeetingStatus>), typeof(Snake<ReplyStrength>), typeof(Snake<StatementKind>),
    ])]
[JsonSerializable(typeof(AuditShape))]
[JsonSerializable(typeof(BriefShape))]
[JsonSerializable(typeof(DigestShape))]
[JsonSerializable(typeof(ExtractShape))]
[JsonSerializable(typeof(RecordDetailShape))]
[JsonSerializable(typeof(RecordsShape))]
[JsonSerializable(typeof(MeetingsShape))]
[JsonSerializable(typeof(ConcernsShape))]
[JsonSerializable(typeof(PassagesShape))]
[JsonSerializable(typeof(AnswerShape))]
[JsonSerializable(typeof(QuestionLine))]
[JsonSerializable(typeof(CheckShape))]
[JsonSerializable(typeof(ImportShape))]
[JsonSerializable(typeof(ImportProgressShape))]
[JsonSerializable(typeof(StatusShape))]
[JsonSerializable(typeof(HealthShape))]
[JsonSerializable(typeof(MoveShape))]
[JsonSerializable(typeof(ReadyShape))]
[JsonSerializable(typeof(LogShape))]
[JsonSerializable(typeof(RetrievalScores))]
[JsonSerializable(typeof(AttributionScores))]
internal sealed partial class ContractJson : JsonSerializerContext
{
    /// <summary>For output: on one line, Korean as Korean.</summary>
    public static ContractJson Readable => field ??= new(new JsonSerializerOptions(Default.Options)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}

internal sealed class Snake<TEnum>() : JsonStringEnumConverter<TEnum>(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false)
    where TEnum : struct, Enum;
