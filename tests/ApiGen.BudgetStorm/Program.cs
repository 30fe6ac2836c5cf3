using ApiGen.BudgetStorm;

if (StormOptions.Parse(args) is not { } options)
{
    Console.Error.WriteLine(StormOptions.Usage);
    return 2;
}

await using var storm = new Storm(options);
Console.WriteLine($"calls {await storm.RunAsync()}");
return 0;
