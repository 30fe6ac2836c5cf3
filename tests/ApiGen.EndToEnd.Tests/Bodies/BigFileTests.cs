using System.Text.Json;
using ApiGen.CompilerServices;

namespace ApiGen.EndToEnd.Tests.Bodies;

/// <summary>Runs alone, because what is allocated is counted for the whole process.</summary>
[Collection(nameof(BigFileTests))]
[CollectionDefinition(nameof(BigFileTests), DisableParallelization = true)]
public sealed class BigFileTests
{
    private const int Size = 50_000_000;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_file_of_fifty_megabytes_is_never_held(bool isHashed)
    {
        await using FormServer server = await FormServer.StartAsync();
        var api = new BodyApi(server.Address, new OAuth1Scheme { BodyHash = isHashed });
        using var folder = new TemporaryFolder();
        string path = folder.Write("big.bin", new byte[Size]);
        await api.SendAsync(Upload(api, ApiFile.FromBytes("warm"u8.ToArray(), "x")));

        long before = GC.GetTotalAllocatedBytes(precise: true);
        await api.SendAsync(Upload(api, ApiFile.FromPath(path)));
        long allocated = GC.GetTotalAllocatedBytes(precise: true) - before;

        FormServer.Part part = server.Arrivals[1].Parts[0];
        Assert.Equal(("big.bin", BodyApi.HashOf(new byte[Size])), (part.FileName, part.Content));
        TestContext.Current.TestOutputHelper!.WriteLine($"{allocated} bytes were allocated by client and server.");
        Assert.InRange(allocated, 0, Size / 5);
    }

    private static ApiCall<JsonElement> Upload(BodyApi api, ApiFile file) =>
        api.Endpoint(ParameterPlace.Multipart, "f").Call().Add(0, file);
}
