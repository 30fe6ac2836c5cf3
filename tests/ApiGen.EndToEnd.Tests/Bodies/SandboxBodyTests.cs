using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using ApiGen.CompilerServices;
using ApiGen.EndToEnd.Tests.Client;
using ApiGen.EndToEnd.Tests.Sandbox;
using ApiGen.Sandbox;
using Twitter;

namespace ApiGen.EndToEnd.Tests.Bodies;

/// <summary>Bodies that generated clients send to a sandbox, and bodies that it refuses.</summary>
public sealed class SandboxBodyTests
{
    private const string Messages = "/1.1/direct_messages/events/new.json";
    private const string Upload = "/1.1/media/upload.json";

    [Fact]
    public async Task A_generated_object_arrives_as_JSON_with_what_is_null_left_out()
    {
        await using TwitterSandbox sandbox = await TwitterSandbox.StartAsync();

        DirectMessageEvent sent = await sandbox.Client().DirectMessages.EventsNewAsync(Message("Grüße, 猫!"));

        Assert.Equal("Hello!", sent.MessageCreate.MessageData.Text);
        SandboxRequest request = Assert.Single(sandbox.Server.Requests);
        Assert.True(JsonElement.DeepEquals(
            JsonElement.Parse(
                """
                {
                  "type": "message_create",
                  "message_create": {
                    "target": { "recipient_id": "12" },
                    "message_data": { "text": "Grüße, 猫!", "ctas": [ { "label": "<a>" } ] }
                  }
                }
                """),
            JsonElement.Parse(request.Parameters["event"])));
    }

    [Fact]
    public async Task A_file_arrives_with_the_texts_beside_it()
    {
        await using TwitterSandbox sandbox = await TwitterSandbox.StartAsync();
        byte[] content = [0, 13, 10, 45, 45, 255];

        MediaUpload upload = await sandbox.Client().Media.UploadAsync(
            ApiFile.FromBytes(content, "ä \"b\" \\.png", "image/png"), "tweet_image", [1, 2]);

        Assert.Equal(710511363345354753, upload.MediaId);
        SandboxRequest request = Assert.Single(sandbox.Server.Requests);
        SandboxFile file = Assert.Single(request.Files);
        Assert.Equal(("media", "ä \"b\" \\.png", "image/png"), (file.Parameter, file.Name, file.ContentType));
        Assert.Equal(content, file.Content.ToArray());
        Assert.Equal(
            ("tweet_image", "1,2"), (request.Parameters["media_category"], request.Parameters["additional_owners"]));
    }

    [Fact]
    public async Task A_text_in_place_of_the_file_is_a_part_too()
    {
        await using TwitterSandbox sandbox = await TwitterSandbox.StartAsync();

        await sandbox.Client().Media.UploadAsync("aGVsbG8=");

        SandboxRequest request = Assert.Single(sandbox.Server.Requests);
        Assert.Equal("aGVsbG8=", request.Parameters["media_data"]);
        Assert.Empty(request.Files);
    }

    [Theory]
    [InlineData("[1]", "The body can't be read as application/json: it is no object.")]
    [InlineData("{", "The body can't be read as application/json")]
    [InlineData("""{"event":1,"event":2}""", "The body can't be read as application/json")]
    [InlineData("{}", "event is required, and the request lacks it.")]
    [InlineData("""{"event":null}""", "event is required, and the request has null for it.")]
    [InlineData("""{"event":{},"x":1}""", "direct_messages/events/new has no parameter 'x'.")]
    [InlineData("""{"event":[]}""", "event is to be of type NewDirectMessage, and [] is not.")]
    [InlineData("""{"event":{"typ":"x"}}""", "event has the field 'typ', and NewDirectMessage has none of that name.")]
    [InlineData("""{"event":{"type":"x"}}""", "event.message_create is required, and the request lacks it.")]
    [InlineData(
        """{"event":{"type":"x","message_create":{"target":{"recipient_id":12}}}}""",
        "event.message_create.target.recipient_id is to be of type string, and 12 is not.")]
    public async Task JSON_that_does_not_fit_is_refused_by_its_place(string json, string message)
    {
        TestClient.Answer answer = await SendAsync(
            TwitterClient.Api, Messages, new StringContent(json, Encoding.UTF8, "application/json"));

        Assert.Equal(HttpStatusCode.Forbidden, answer.Status);
        Assert.Contains(message, answer.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("int32", "1.5", false)]
    [InlineData("int64", "9223372036854775807", true)]
    [InlineData("int64", "\"1\"", false)]
    [InlineData("double", "1e3", true)]
    [InlineData("bool", "\"true\"", false)]
    [InlineData("date", "\"2026-02-30\"", false)]
    [InlineData("date-time", "\"2026-03-01T12:00:00Z\"", true)]
    [InlineData("date-time", "1772366400", false)]
    [InlineData("string[][]", """[["a"],[]]""", true)]
    [InlineData("string[][]", """[["a"],[1]]""", false)]
    [InlineData("int32{}", """{"a":1}""", true)]
    [InlineData("int32{}", """{"a":null}""", false)]
    [InlineData("json", "[null]", true)]
    public async Task Each_type_has_its_JSON(string type, string value, bool isAccepted)
    {
        ParameterDescriptor parameter = new("a", "a", ParameterPlace.Json);

        TestClient.Answer answer = await SendValueAsync(parameter, type, value);

        Assert.Equal(isAccepted ? HttpStatusCode.OK : HttpStatusCode.BadRequest, answer.Status);
    }

    [Theory]
    [InlineData("int64", "201", "a is to be 200 at most, and is '201'.")]
    [InlineData("int64[]", "[1,2,201]", "a is to be 200 at most, and is '201'.")]
    [InlineData("int64[]", "[1,2,3,4]", "a is to have 3 values at most, and has 4.")]
    [InlineData("int64[]", "null", null)]
    [InlineData("int64[]", "[]", null)]
    [InlineData("int64[]", "[1,2,200]", null)]
    public async Task What_a_parameter_takes_it_takes_in_JSON_too(string type, string value, string? message)
    {
        ParameterDescriptor parameter = new("a", "a", ParameterPlace.Json) { Max = "200", MaxItems = 3 };

        TestClient.Answer answer = await SendValueAsync(parameter, type, value);

        Assert.Equal(message, answer.Status == HttpStatusCode.OK ? null : answer.Message);
    }

    [Theory]
    [InlineData("\"a,b\"", HttpStatusCode.OK)]
    [InlineData("\"a,bc\"", HttpStatusCode.BadRequest)]
    public async Task A_comma_in_JSON_joins_nothing(string item, HttpStatusCode status)
    {
        ParameterDescriptor parameter = new("a", "a", ParameterPlace.Json) { MaxLength = 3, MaxItems = 1 };

        TestClient.Answer answer = await SendValueAsync(parameter, "string[]", $"[{item}]");

        Assert.Equal(status, answer.Status);
    }

    [Theory]
    [InlineData(
        "--x\r\nContent-Disposition: form-data; name=\"media\"\r\n\r\na\r\n--x--",
        "media is to be a file, and its part has no file name.")]
    [InlineData(
        "--x\r\nContent-Disposition: form-data; name=\"media_data\"; filename=\"a\"\r\n\r\na\r\n--x--",
        "media_data is to be of type string, and the file 'a' is not.")]
    [InlineData("--x--", "Exactly one of media, media_data is to be given")]
    [InlineData("--y--", "it doesn't begin with its boundary")]
    [InlineData("--x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\na", "it has no boundary at its end")]
    [InlineData("--x\r\n\r\na\r\n--x--", "a part has no 'Content-Disposition: form-data'")]
    [InlineData(
        "--x\r\nContent-Disposition: form-data; name=\"a\"; filename*=UTF-8''b\r\n\r\na\r\n--x--",
        "a part's Content-Disposition has 'filename*', which isn't allowed there")]
    public async Task Parts_that_do_not_fit_are_refused(string body, string message)
    {
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        content.Headers.ContentType = MediaTypeHeaderValue.Parse("multipart/form-data; boundary=x");

        TestClient.Answer answer = await SendAsync(TwitterClient.Api, Upload, content);

        Assert.Equal(HttpStatusCode.Forbidden, answer.Status);
        Assert.Contains(message, answer.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_of_another_kind_is_refused()
    {
        TestClient.Answer other = await SendAsync(TwitterClient.Api, Messages, new StringContent("a"));
        TestClient.Answer none = await SendAsync(TwitterClient.Api, Messages, null);

        Assert.Contains("is to be application/json, and it came as text/plain", other.Message, StringComparison.Ordinal);
        Assert.Contains("is to be application/json, and the request has none", none.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_is_overloaded_gets_the_same_message_again()
    {
        await using TwitterSandbox sandbox = await TwitterSandbox.StartAsync();
        using var retries = new RetryOnServerError();
        sandbox.Server.Next().Fails("OverCapacity");

        await sandbox.Client(configure: options => options.OuterHandlers.Add(retries))
            .DirectMessages.EventsNewAsync(Message("Again?"));

        Assert.Equal(2, sandbox.Server.Requests.Count);
        Assert.Equal(
            sandbox.Server.Requests[0].Parameters["event"], sandbox.Server.Requests[1].Parameters["event"]);
    }

    /// <summary>Sends a JSON body whose one property is the parameter.</summary>
    private static Task<TestClient.Answer> SendValueAsync(ParameterDescriptor parameter, string type, string value)
    {
        var endpoint = new EndpointDescriptor<object>
        {
            Api = TestApi.Plain,
            Name = "send",
            Method = "POST",
            Path = "/send",
            Parameters = [parameter],
            Read = static (ref JsonCursor _) => new object(),
        };
        var description = new EndpointDescription(endpoint)
        {
            Parameters = [new(parameter.Name, type, false)],
            Example = "{}"u8.ToArray(),
        };
        return SendAsync(
            new ApiDescription(TestApi.Plain, [description]),
            "/send",
            new StringContent($$"""{"{{parameter.Name}}":{{value}}}""", Encoding.UTF8, "application/json"));
    }

    private static async Task<TestClient.Answer> SendAsync(ApiDescription api, string path, HttpContent? content)
    {
        await using var sandbox = await ApiGen.Sandbox.Sandbox.StartAsync(api);
        using TestClient client = new(sandbox);
        using HttpRequestMessage request = client.Request(HttpMethod.Post, path);
        request.Content = content;
        return await client.SendAsync(request);
    }

    private static NewDirectMessage Message(string text) => new()
    {
        Type = "message_create",
        MessageCreate = new NewMessage
        {
            Target = new MessageTarget { RecipientId = "12" },
            MessageData = new NewMessageData { Text = text, Ctas = JsonElement.Parse("""[{"label":"<a>"}]""") },
        },
    };
}
