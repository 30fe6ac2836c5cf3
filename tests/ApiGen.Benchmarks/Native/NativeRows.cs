using ApiGen.Benchmarks.Calls.Loopback;
using ApiGen.Benchmarks.Harness;

namespace ApiGen.Benchmarks.Native;

/// <summary>One call as a native program, beside the same call by hand. Publishing takes some minutes.</summary>
internal static class NativeRows
{
    /// <summary>The word on the command line.</summary>
    public const string Command = "native";

    private const int Rounds = 40;

    public static async IAsyncEnumerable<Row> MeasureAsync()
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("apigen-native-");
        try
        {
            NativeProgram generated = NativeProgram.Publish("Generated", folder.FullName);
            NativeProgram byHand = NativeProgram.Publish("HandWritten", folder.FullName);
            yield return new Row("native: warnings", generated.Warnings, 0);
            yield return new Row("native: size / by hand", (double)generated.Size / byHand.Size, 1);
            yield return new Row("native: size by hand, MB", byHand.Size / 1e6);

            await using ServerProcess server = await ServerProcess.StartAsync();
            double[] ratios = new double[Rounds];
            foreach (NativeProgram program in new[] { generated, byHand }) program.Run(server.Http);
            for (int round = 0; round < Rounds; round++)
            {
                bool isFirst = Random.Shared.Next(2) == 0;
                double before = (isFirst ? generated : byHand).Run(server.Http);
                double after = (isFirst ? byHand : generated).Run(server.Http);
                ratios[round] = isFirst ? before / after : after / before;
            }

            yield return new Row("native: start to end / by hand", Turns.Median(ratios), 1);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
