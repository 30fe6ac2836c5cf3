using System.Text;
using System.Text.Json;
using ApiGen.CompilerServices;

namespace ApiGen.EndToEnd.Tests.Bodies;

public sealed class MultipartTests
{
    private static readonly byte[] Picture = [0, 1, 2, 13, 10, 45, 45, 255];

    /// <summary>The name of a file, and as ASP.NET reads it, which leaves percent signs as they are.</summary>
    public static TheoryData<string, string> Names => new()
    {
        { "cat.png", "cat.png" },
        { "my cat; filename=dog.png", "my cat; filename=dog.png" },
        { "Katze im Schnee, 猫 😀.png", "Katze im Schnee, 猫 😀.png" },
        { "say \"cat\".png", "say %22cat%22.png" },
        { "cat\r\nX-Evil: 1\r\n\r\n.png", "cat%0D%0AX-Evil: 1%0D%0A%0D%0A.png" },
        { "back\\slash\\", "back%5Cslash%5C" },
        { "100 % of cats.png", "100 % of cats.png" },
    };

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_file_arrives_under_its_name_whatever_is_in_it(string name, string arrived)
    {
        await using FormServer server = await FormServer.StartAsync();
        var api = new BodyApi(server.Address);

        await api.SendAsync(api.Endpoint(ParameterPlace.Multipart, "media").Call()
            .Require(0, ApiFile.FromBytes(Picture, name, "image/png")));

        FormServer.Part part = Assert.Single(Assert.Single(server.Arrivals).Parts);
        Assert.Equal(new FormServer.Part("media", arrived, "image/png", BodyApi.HashOf(Picture)), part);
    }

    [Fact]
    public async Task Texts_arrive_before_files_and_lists_of_files_as_parts_of_one_name()
    {
        await using FormServer server = await FormServer.StartAsync();
        var api = new BodyApi(server.Address);
        const string text = "ä & = \r\n--x\r\n\"é\" 😀";

        await api.SendAsync(api.Endpoint(ParameterPlace.Multipart, "a[\"x\"]", "files", "n", "t", "yes").Call()
            .Add(0, text)
            .Add(1, [ApiFile.FromBytes("one"u8.ToArray(), "1"), ApiFile.FromBytes(default, "2")])
            .Add(2, 1.5e-7)
            .Add(3, (string?)null)
            .Add(4, true));

        FormServer.Arrival arrival = Assert.Single(server.Arrivals);
        const string anyType = "application/octet-stream";
        Assert.Equal(
            [
                new("a[%22x%22]", null, null, text),
                new("n", null, null, "1.5E-07"),
                new("yes", null, null, "true"),
                new("files", "1", anyType, BodyApi.HashOf("one"u8)),
                new("files", "2", anyType, BodyApi.HashOf([])),
            ],
            arrival.Parts);
        Assert.NotNull(arrival.ContentLength);
    }

    [Fact]
    public async Task A_stream_is_sent_from_where_it_stands_and_stays_open()
    {
        await using FormServer server = await FormServer.StartAsync();
        var api = new BodyApi(server.Address);
        using var stream = new MemoryStream("skipped, sent"u8.ToArray()) { Position = 9 };
        ApiFile file = ApiFile.FromStream(stream, "x");
        stream.Position = 0;

        ApiCall<JsonElement> Call() => api.Endpoint(ParameterPlace.Multipart, "f").Call().Add(0, file);
        await api.SendAsync(Call());
        await api.SendAsync(Call());

        Assert.True(stream.CanRead);
        Assert.Equal(
            [BodyApi.HashOf("sent"u8), BodyApi.HashOf("sent"u8)],
            server.Arrivals.Select(arrival => arrival.Parts[0].Content));
    }

    [Fact]
    public async Task A_stream_of_unknown_length_is_sent_in_chunks()
    {
        await using FormServer server = await FormServer.StartAsync();
        var api = new BodyApi(server.Address);
        byte[] content = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("é", 100_000)));
        using var stream = new OneWayStream(content.Length, content);

        await api.SendAsync(
            api.Endpoint(ParameterPlace.Multipart, "f").Call().Add(0, ApiFile.FromStream(stream, "x")));

        FormServer.Arrival arrival = Assert.Single(server.Arrivals);
        Assert.Null(arrival.ContentLength);
        Assert.Equal(BodyApi.HashOf(content), arrival.Parts[0].Content);
    }

    [Fact]
    public void A_file_that_is_not_there_is_refused_before_anything_is_reserved()
    {
        var api = new BodyApi(new Uri("http://127.0.0.1:1"));

        var refusal = Assert.Throws<ArgumentException>(() =>
            api.Endpoint(ParameterPlace.Multipart, "media").Call().Require(0, ApiFile.FromPath("/no/such.png")));

        Assert.Equal("media", refusal.ParamName);
        Assert.Contains("such.png", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", null)]
    [InlineData("a.png", "image")]
    [InlineData("a.png", "image/png\r\nX-Evil: 1")]
    public void A_file_has_a_name_and_a_media_type(string name, string? contentType) =>
        Assert.Throws<ArgumentException>(() => ApiFile.FromBytes(Picture, name, contentType));
}
