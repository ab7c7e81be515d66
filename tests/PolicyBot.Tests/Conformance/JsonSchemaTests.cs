using System.Text.Json;

namespace PolicyBot.Tests.Conformance;

public sealed class JsonSchemaTests
{
    private static JsonSchema BlockKit => JsonSchema.Load(ConformanceData.Require("slack/block-kit.schema.json"));

    [Theory]
    [InlineData("""{"type":"section","text":{"type":"mrkdwn","text":"세제"}}""")]
    [InlineData("""{"type":"header","text":{"type":"plain_text","text":"전력"}}""")]
    public void A_right_block_passes(string block) => Assert.Empty(BlockKit.Validate(JsonElement.Parse(block), "#/definitions/KnownBlock"));

    [Theory]
    [InlineData("""{"type":"paragraph","text":"세제"}""")]
    [InlineData("""{"type":"header","text":{"type":"mrkdwn","text":"전력"}}""")]
    [InlineData("""{"type":"actions"}""")]
    [InlineData("""{"type":"actions","elements":[{"type":"button","action_id":"a"}]}""")]
    public void A_wrong_block_is_told(string block) => Assert.NotEmpty(BlockKit.Validate(JsonElement.Parse(block), "#/definitions/KnownBlock"));

    [Theory]
    [InlineData("""{"type":"string","maxLength":2}""", "\"세제법\"")]
    [InlineData("""{"type":["integer","null"],"maximum":3}""", "4")]
    [InlineData("""{"type":"array","maxItems":1}""", "[1,2]")]
    [InlineData("""{"oneOf":[{"type":"integer"},{"type":"number"}]}""", "1")]
    [InlineData("""{"additionalProperties":false,"properties":{"a":true}}""", """{"b":1}""")]
    public void Limits_are_told(string schema, string value)
    {
        var element = JsonElement.Parse(schema);

        Assert.Single(new JsonSchema(element).Validate(JsonElement.Parse(value), element));
    }
}
