namespace ApiGen.Benchmarks.Harness;

/// <summary>What one run allocates on its own thread, in bytes on average.</summary>
/// <param name="Bytes">As measured.</param>
/// <param name="Goal">At most; null if any number will do.</param>
internal readonly record struct Allocation(double Bytes, double? Goal = null)
{
    private const int Runs = 1_000;

    /// <summary>Measures, and demands nothing.</summary>
    public static Allocation Of(Action run)
    {
        long start = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < Runs; i++) run();
        return new((GC.GetAllocatedBytesForCurrentThread() - start) / (double)Runs);
    }

    /// <summary>
    /// Measures, and demands that nothing be allocated but the text that is made: not a byte more than copies of the
    /// same texts take.
    /// </summary>
    public static Allocation OfNothingBut(Func<string> run)
    {
        string[] texts = new string[Runs];
        int next = 0;
        double made = Of(() => texts[next++] = run()).Bytes;
        next = 0;
        double copied = Of(() => texts[next] = new string(texts[next++].AsSpan())).Bytes;
        return new(made, copied);
    }
}
