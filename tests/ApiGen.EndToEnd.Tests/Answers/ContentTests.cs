using System.Net;
using System.Text;
using Aviary;

namespace ApiGen.EndToEnd.Tests.Answers;

/// <summary>Answers that are no JSON object: none at all, texts, bytes, bare values, and values inside another.</summary>
public sealed class ContentTests
{
    [Theory]
    [InlineData(HttpStatusCode.NoContent, "")]
    [InlineData(HttpStatusCode.ResetContent, "")]
    [InlineData(HttpStatusCode.OK, "")]
    [InlineData(HttpStatusCode.OK, "<html>not JSON, and nobody asked for it")]
    [InlineData(HttpStatusCode.Created, """{"id":1}""")]
    public async Task A_call_that_returns_nothing_succeeds_whatever_the_body(HttpStatusCode status, string body)
    {
        await using AviarySandbox sandbox = await AviarySandbox.StartAsync();
        sandbox.Server.Next().Answers(status, body);

        ApiResponse response = await sandbox.Client().Nests.CleanWithResponseAsync(nest: 7);

        Assert.Equal(status, response.StatusCode);
        Assert.Equal(9, Assert.Single(response.Budgets).Remaining);
        await sandbox.Client().Nests.CleanAsync();
        Assert.Equal(HttpStatusCode.NoContent, sandbox.Server.Requests[^1].StatusCode);
    }

    [Fact]
    public async Task A_call_that_returns_nothing_still_fails_where_the_server_refuses_it()
    {
        await using AviarySandbox sandbox = await AviarySandbox.StartAsync();
        sandbox.Server.Next().Fails(AviaryFailures.NoSuchBird);

        var failure = await Assert.ThrowsAsync<ApiException>(() => sandbox.Client().Nests.CleanAsync());

        Assert.Equal((AviaryFailures.NoSuchBird, "108"), (failure.Name, failure.Code));
    }

    [Fact]
    public async Task An_answer_to_HEAD_has_status_and_headers_whatever_length_it_announces()
    {
        await using AviarySandbox sandbox = await AviarySandbox.StartAsync();
        ApiResponse response = await sandbox.Client().Nests.ProbeWithResponseAsync();
        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
        sandbox.Server.Next().WithHeader("Content-Length", "99999999999").Answers(HttpStatusCode.NotFound);

        var failure = await Assert.ThrowsAsync<ApiException>(() => sandbox.Client().Nests.ProbeAsync());

        Assert.Equal((HttpStatusCode.NotFound, ""), (failure.StatusCode, failure.Body));
    }

    [Fact]
    public async Task A_text_is_read_by_the_charset_that_the_answer_names()
    {
        await using AviarySandbox sandbox = await AviarySandbox.StartAsync();
        AviaryClient aviary = sandbox.Client();
        Assert.Equal("Größer, 大, and \U0001F426", await aviary.Nests.NoteAsync());

        // What UTF-8 makes two bytes of, Latin-1 reads as two characters.
        sandbox.Server.Next().WithHeader("Content-Type", "text/plain; charset=\"ISO-8859-1\"").Answers(HttpStatusCode.OK, "ö");
        Assert.Equal("Ã¶", await aviary.Nests.NoteAsync());
        sandbox.Server.Next().WithHeader("Content-Type", "text/plain").Answers(HttpStatusCode.OK, "\uFEFFö");
        Assert.Equal("ö", await aviary.Nests.NoteAsync());
        sandbox.Server.Next().Answers(HttpStatusCode.NoContent);
        Assert.Equal("", await aviary.Nests.NoteAsync());
        sandbox.Server.Next().WithHeader("Content-Type", "text/plain; charset=klingon").Answers(HttpStatusCode.OK, "Qa");
        var failure = await Assert.ThrowsAsync<ApiFormatException>(() => aviary.Nests.NoteAsync());
        Assert.Contains("'klingon'", failure.Problem, StringComparison.Ordinal);
        Assert.Equal("Qa", failure.Body);
    }

    [Fact]
    public async Task Bytes_come_whole()
    {
        await using AviarySandbox sandbox = await AviarySandbox.StartAsync();
        string large = string.Concat(Enumerable.Range(0, 50_000).Select(i => (char)('\u0080' + (i % 1000))));
        Assert.Equal("GIF89a"u8.ToArray(), await sandbox.Client().Nests.PictureAsync());

        sandbox.Server.Next().WithHeader("Content-Type", "image/gif").Answers(HttpStatusCode.OK, large);

        Assert.Equal(Encoding.UTF8.GetBytes(large), await sandbox.Client().Nests.PictureAsync());
    }

    [Fact]
    public async Task Bare_values_and_lists_are_read_as_such()
    {
        await using AviarySandbox sandbox = await AviarySandbox.StartAsync();

        Assert.Equal(9007199254740993, await sandbox.Client().Nests.CountAsync());
        Assert.Equal(["Robin", "12"], await sandbox.Client().Nests.NamesAsync());
    }

    [Fact]
    public async Task A_value_inside_an_answer_is_read_past_everything_beside_it()
    {
        await using AviarySandbox sandbox = await AviarySandbox.StartAsync();
        Assert.Equal("Wren", (await sandbox.Client().Nests.BirdAsync(name: "Wren")).Name);

        sandbox.Server.Next().Answers(
            HttpStatusCode.OK,
            """{"meta":{"bird":[1,{"response":2}]},"response":{"x":[],"bird":{"id":"5","name":"Tit"},"y":0},"z":{}}""");

        Bird bird = await sandbox.Client().Nests.BirdAsync();
        Assert.Equal((5, "Tit"), (bird.Id, bird.Name));
    }

    [Theory]
    [InlineData("""{"response":{}}""", "$.response", "something else, where the spec says an object with bird")]
    [InlineData("""{"response":null}""", "$.response", "something else, where the spec says an object with bird")]
    [InlineData("""{"response":[]}""", "$.response", "a list, where the spec says an object with bird")]
    [InlineData("""{"response":{"bird":{"id":true}}}""", "$.response.bird.id", "a bool, where the spec says int64")]
    [InlineData("""{"response":{"bird":{"id":1,"name":"A"}}} x""", "$", "more text after the value")]
    [InlineData("""[]""", "$", "a list, where the spec says an object with response")]
    public async Task A_value_that_is_not_where_the_spec_says_is_missed_there(string body, string path, string problem)
    {
        await using AviarySandbox sandbox = await AviarySandbox.StartAsync();
        sandbox.Server.Next().Answers(HttpStatusCode.OK, body);

        var failure = await Assert.ThrowsAsync<ApiFormatException>(() => sandbox.Client().Nests.BirdAsync());

        Assert.Equal((path, problem), (failure.Path, failure.Problem));
    }

    [Theory]
    [InlineData("""{"guest":null}""")]
    [InlineData("{}")]
    public async Task A_value_that_may_be_null_may_be_absent(string body)
    {
        await using AviarySandbox sandbox = await AviarySandbox.StartAsync();
        Assert.Null(await sandbox.Client().Nests.GuestAsync());
        sandbox.Server.Next().Answers(HttpStatusCode.OK, body);

        Assert.Null(await sandbox.Client().Nests.GuestAsync());
    }
}
