Console.WriteLine("PolicyBot");
