namespace ApiGen.Generator.Tests;

public sealed class EquatableArrayTests
{
    [Fact]
    public void Arrays_with_equal_items_are_equal_and_hash_alike()
    {
        EquatableArray<string> one = ["a", "b"];
        EquatableArray<string> other = new List<string> { "a", "b" }.ToEquatableArray();

        Assert.True(one == other);
        Assert.True(one.Equals((object)other));
        Assert.Equal(one.GetHashCode(), other.GetHashCode());
    }

    [Fact]
    public void Arrays_that_differ_in_an_item_in_order_or_in_length_are_not_equal()
    {
        EquatableArray<string> array = ["a", "b"];

        Assert.True(array != ["a", "c"]);
        Assert.True(array != ["b", "a"]);
        Assert.True(array != ["a"]);
        Assert.False(array.Equals("a"));
    }

    [Fact]
    public void The_default_is_the_empty_array()
    {
        EquatableArray<string> nothing = default;

        Assert.Empty(nothing);
        Assert.True(nothing == []);
        Assert.Equal(((EquatableArray<string>)[]).GetHashCode(), nothing.GetHashCode());
    }

    [Fact]
    public void Arrays_of_arrays_compare_by_their_items()
    {
        EquatableArray<EquatableArray<int>> one = [[1], [2, 3]];

        Assert.True(one == [[1], [2, 3]]);
        Assert.True(one != [[1], [2, 4]]);
    }

    [Fact]
    public void An_array_keeps_its_items_when_what_it_was_made_from_changes()
    {
        var source = new List<int> { 1, 2 };
        EquatableArray<int> array = source.ToEquatableArray();
        source[0] = 3;

        Assert.Equal([1, 2], array);
        Assert.Equal(2, array[1]);
    }

    [Fact]
    public void Enumerating_gives_the_items_in_order()
    {
        EquatableArray<int> array = [3, 1, 2];
        var items = new List<int>();
        foreach (int item in array)
            items.Add(item);

        Assert.Equal([3, 1, 2], items);
    }
}
