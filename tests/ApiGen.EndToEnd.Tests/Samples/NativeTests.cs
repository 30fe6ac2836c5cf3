using ApiGen.Package.Tests;

namespace ApiGen.EndToEnd.Tests.Samples;

public sealed class NativeTests
{
    // The compiler to native code links with the first of these that it finds.
    private static readonly string[] Linkers = ["clang", "gcc"];

    [Fact]
    public async Task Published_as_native_code_the_sample_warns_of_nothing_and_follows()
    {
        Assert.SkipUnless(Array.Exists(Linkers, IsInstalled), "Native code is linked by clang or gcc.");
        DirectoryInfo folder = Directory.CreateTempSubdirectory("apigen-native-");
        try
        {
            string published = Path.Combine(folder.FullName, "published");
            string output = (await Dotnet.RunAsync(
                BuildMetadata.RepositoryRoot, "publish", "samples/FollowUser", "-c", "Release",
                "--use-current-runtime", "-p:PublishAot=true", "--artifacts-path", folder.FullName,
                "-o", published)).Succeeded();
            Assert.DoesNotContain("warning", output, StringComparison.OrdinalIgnoreCase);

            using var sample = new FollowUserSample { NativeProgram = Path.Combine(published, "FollowUser") };
            string run = (await sample.RunAsync("twitterdev")).Succeeded();

            Assert.Contains("You now follow Twitter Dev (@twitterdev, 2244994945)", run, StringComparison.Ordinal);
            Assert.Matches(@"400 per user in 24 h .* 1 +399 ", run);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static bool IsInstalled(string program) => Array.Exists(
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator),
        folder => File.Exists(Path.Combine(folder, program)));
}
